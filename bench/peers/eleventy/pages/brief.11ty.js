import { day, e, frame, time } from "../lib/frame.js";

export const data = {
  pagination: { data: "site.briefs", size: 1, alias: "brief", addAllPagesToCollections: false },
  eleventyExcludeFromCollections: true,
  permalink: ({ brief }) => `briefs/${brief.slug}/index.html`,
};

export const render = ({ brief, site }) => {
  const actor = (id) => `<a href="/actors/${id}/">${e(site.actors[id].name)}</a>`;
  const entries = Object.entries;
  const cite = (id) => `<a href="#${id}">${e(brief.sources[id].publisher)}, ${day(brief.sources[id].date)}</a>`;
  const status = (id, it) => {
    const no = brief.rejections.filter((one) => one.of === id);
    if (no.length === 0) return `Open: ${actor(it.to)} has not answered`;
    return `Rejected by ${no.map((one) => `${actor(one.by)} on ${day(one.date)}`).join("")}`;
  };
  const proposal = ([id, it]) => `<section class="proposal" id="${id}">
<h3><a href="#${id}">${e(it.title)}</a></h3>
<p>${actor(it.by)} to ${actor(it.to)}, ${time(it.date)} ${cite(it.source)}</p>
<p class="status">${status(id, it)}</p>
<ul>${it.terms.map((term) => `<li>${e(term)}</li>`).join("")}</ul>
</section>`;
  const answer = (it) => `<section class="answer">
<h3>${actor(it.by)} rejects <a href="#${it.of}">${e(brief.proposals[it.of].title)}</a></h3>
<p>${time(it.date)}</p>
<p>${e(it.why)} ${cite(it.source)}</p>
</section>`;
  const step = ([id, it]) =>
    `<li id="${id}">${time(it.date)} ${e(it.title)}, ${actor(it.who)}, about <a href="#${it.about}">${e(brief.proposals[it.about].title)}</a></li>`;
  const source = ([id, it]) => `<li id="${id}"><a href="${e(it.url)}">${e(it.title)}</a>, ${e(it.publisher)}, ${time(it.date)}</li>`;
  const main = `<article>
<h1>${e(brief.title)}</h1>
<p class="summary">${e(brief.summary)}</p>
<p class="dates">Published ${time(brief.published)}</p>
<section id="who"><h2>Who</h2>
<dl>
${entries(brief.who).map(([id, part]) => `<dt>${actor(id)}</dt><dd>${e(part)}</dd>`).join("\n")}
</dl>
</section>
<section id="what"><h2>What happened</h2>
${brief.html}
</section>
<section id="proposals"><h2>Proposals</h2>
${entries(brief.proposals).map(proposal).join("\n")}
</section>
<section id="rejections"><h2>Rejections</h2>
${brief.rejections.map(answer).join("\n")}
</section>
<section id="next"><h2>What comes next</h2>
<ol>
${entries(brief.next_steps).map(step).join("\n")}
</ol>
</section>
<section id="sources"><h2>Sources</h2>
<ol>
${entries(brief.sources).map(source).join("\n")}
</ol>
</section>
</article>`;
  return frame({ title: brief.title, summary: brief.summary, address: `/briefs/${brief.slug}/`, main });
};
