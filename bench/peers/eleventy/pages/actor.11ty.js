import { day, e, frame } from "../lib/frame.js";

export const data = {
  pagination: { data: "site.everyone", size: 1, alias: "actor", addAllPagesToCollections: false },
  eleventyExcludeFromCollections: true,
  permalink: ({ actor }) => `actors/${actor.id}/index.html`,
};

export const render = ({ actor, site }) => {
  const link = (id) => `<a href="/actors/${id}/">${e(site.actors[id].name)}</a>`;
  const lines = (made) => `<ul>\n${actor.briefs.flatMap(made).join("\n")}\n</ul>`;
  const proposed = (brief) =>
    Object.entries(brief.proposals)
      .filter(([, it]) => it.by === actor.id)
      .map(([id, it]) => `<li><a href="/briefs/${brief.slug}/#${id}">${e(it.title)}</a>, by ${link(it.by)} to ${link(it.to)}, ${day(it.date)}</li>`);
  const rejected = (brief) =>
    brief.rejections
      .filter((it) => it.by === actor.id)
      .map((it) => `<li><a href="/briefs/${brief.slug}/#${it.of}">${e(brief.proposals[it.of].title)}</a>, ${day(it.date)}: ${e(it.why)}</li>`);
  const next = (brief) =>
    Object.values(brief.next_steps)
      .filter((it) => it.who === actor.id)
      .map((it) => `<li><a href="/briefs/${brief.slug}/#next">${e(it.title)}</a>, ${day(it.date)}</li>`);
  const main = `<h1>${e(actor.name)}</h1>
<p>${actor.kind}${actor.role ? `, ${e(actor.role)}` : ""}${actor.speaks_for ? `, speaks for ${link(actor.speaks_for)}` : ""}</p>
<h2>Briefs</h2>
${lines((brief) => [`<li><a href="/briefs/${brief.slug}/">${e(brief.title)}</a>: ${e(brief.who[actor.id])}</li>`])}
<h2>Proposed</h2>
${lines(proposed)}
<h2>Rejected</h2>
${lines(rejected)}
<h2>What comes next</h2>
${lines(next)}`;
  return frame({ title: actor.name, address: `/actors/${actor.id}/`, main });
};
