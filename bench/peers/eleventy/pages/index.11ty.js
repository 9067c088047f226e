import { e, frame, time } from "../lib/frame.js";

export const data = { eleventyExcludeFromCollections: true, permalink: "index.html" };

export const render = ({ site }) =>
  frame({
    title: "Briefs",
    address: "/",
    main: `<h1>Briefs</h1>
<ul class="briefs">
${site.briefs.map((it) => `<li><a href="/briefs/${it.slug}/">${e(it.title)}</a> ${time(it.published)} <p>${e(it.summary)}</p></li>`).join("\n")}
</ul>`,
  });
