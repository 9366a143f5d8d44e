import { type NextRequest, NextResponse } from "next/server";

/** An address that is no text, such as `/productions/%E0%A4%A`, names nothing: without this Next answers 500 in its own words. */
export function proxy({ nextUrl: { pathname }, url }: NextRequest): NextResponse {
  try {
    decodeURIComponent(pathname);
    return NextResponse.next();
  } catch {
    return NextResponse.rewrite(new URL("/not-found", url), { status: 404 });
  }
}

export const config = { matcher: "/:path(.*%.*)" };
