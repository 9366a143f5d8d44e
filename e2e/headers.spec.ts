import { expect, test } from "@playwright/test";

test("an answer may not be framed, sniffed or followed elsewhere", async ({ request }) => {
  const headers = (await request.get("/")).headers();
  expect(headers).toMatchObject({
    "content-security-policy": expect.stringContaining("frame-ancestors 'none'"),
    "referrer-policy": "same-origin",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
  });
  expect(headers).not.toHaveProperty("x-powered-by");
});
