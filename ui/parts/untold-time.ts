import { clock, spanText } from "#core/base/format.ts";
import type { Finding } from "#core/model/finding.ts";

/** `11 Oct 13:00–13:15 GMT`; nothing where the message tells when it begins, or no time is known. */
export const untoldTime = ({ span, message }: Pick<Finding, "span" | "message">): string =>
  span && !message.includes(clock(span.start)) ? `${spanText(span)} GMT` : "";
