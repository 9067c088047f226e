import { e, frame } from "../lib/frame.js";

export const data = { eleventyExcludeFromCollections: true, permalink: "actors/index.html" };

export const render = ({ site }) =>
  frame({
    title: "Actors",
    address: "/actors/",
    main: `<h1>Actors</h1>
<ul class="actors">
${site.everyone.map((it) => `<li><a href="/actors/${it.id}/">${e(it.name)}</a> (${it.briefs.length} briefs)</li>`).join("\n")}
</ul>`,
  });
