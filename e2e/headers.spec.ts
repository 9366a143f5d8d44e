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

for (const path of ["/productions/%E0%A4%A/x", "/productions/%E0%A4%A", "/api/scenarios/%FF/snapshot"])
  test(`${path} is no text, and is not found like any other address of nothing`, async ({ request }) => {
    const answer = await request.get(path);
    expect(answer.status()).toBe(404);
    expect(await answer.text()).toContain("There is nothing here");
  });
