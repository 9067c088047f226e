export const data = { eleventyExcludeFromCollections: true, permalink: "sitemap.xml" };

export const render = ({ site }) => `<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${["/", ...site.briefs.map((it) => `/briefs/${it.slug}/`), ...site.everyone.map((it) => `/actors/${it.id}/`)]
  .map((address) => `<url><loc>https://example.org${address}</loc></url>`)
  .join("\n")}
</urlset>
`;
