/** Headers every answer carries. Nobody may frame Perigee, guess content types or read where a visitor came from. */
const securityHeaders = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "X-Frame-Options", value: "DENY" },
  {
    key: "Content-Security-Policy",
    value: "frame-ancestors 'none'; base-uri 'self'; object-src 'none'; form-action 'self'",
  },
  { key: "Referrer-Policy", value: "same-origin" },
  { key: "Permissions-Policy", value: "camera=(), microphone=(), geolocation=(), payment=(), usb=()" },
];

/** @type {import("next").NextConfig} */
export default {
  poweredByHeader: false,
  // Node loads these from node_modules itself: drivers and the PDF engine gain nothing from bundling.
  serverExternalPackages: ["pg", "@prisma/adapter-pg", "@react-pdf/renderer"],
  // Tabler is on Next's own list already.
  experimental: {
    // A whole production is imported through an action; its own limit is 8 MB.
    serverActions: { bodySizeLimit: "9mb" },
    optimizePackageImports: ["@mantine/core", "@mantine/hooks"],
  },
  headers: async () => [{ source: "/:path*", headers: securityHeaders }],
};
