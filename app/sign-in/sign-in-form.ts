import * as z from "zod";

export const signInForm = z.object({
  email: z.email("Use a mail address such as anna@studio.example"),
  password: z.string().min(1, "Type your password").max(200, "At most 200 characters"),
});
export type SignInInput = z.input<typeof signInForm>;
