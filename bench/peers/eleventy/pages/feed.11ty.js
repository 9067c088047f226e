import { e } from "../lib/frame.js";

export const data = { eleventyExcludeFromCollections: true, permalink: "index.xml" };

export const render = ({ site }) => `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0"><channel><title>The bench</title><link>https://example.org/</link><description>Briefs</description>
${site.briefs
  .slice(0, 20)
  .map((it) => `<item><title>${e(it.title)}</title><link>https://example.org/briefs/${it.slug}/</link><guid>https://example.org/briefs/${it.slug}/</guid><pubDate>${new Date(it.published).toUTCString()}</pubDate><description>${e(it.summary)}</description></item>`)
  .join("\n")}
</channel></rss>
`;
