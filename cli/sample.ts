import { randomBytes } from "node:crypto";

/** Who plans a sample: a mail address that reaches nobody. */
export const producerOf = (seedName: string) => ({
  name: "Sample producer",
  email: `producer@${seedName}.example`,
});

/** 16 letters, digits, - and _: 96 bits. */
export const newPassword = (): string => randomBytes(12).toString("base64url");
