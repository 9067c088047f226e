// The fastest way found to have Eleventy do this work: JavaScript templates over data that is read once, one template a
// page kind by pagination, no other input formats, no passthrough.
import fs from "node:fs";
import path from "node:path";
import yaml from "js-yaml";
import markdownIt from "markdown-it";

const markdown = markdownIt({ html: false });

export default function (config) {
  config.setQuietMode(true);
  config.addGlobalData("site", () => {
    const folder = path.resolve("briefs");
    const text = (name) => fs.readFileSync(path.join(folder, name), "utf8");
    const load = (name) => yaml.load(text(name), { schema: yaml.FAILSAFE_SCHEMA });
    const actors = load("actors.yaml");
    for (const [id, actor] of Object.entries(actors)) Object.assign(actor, { id, briefs: [] });
    const briefs = fs
      .readdirSync(folder)
      .filter((name) => name !== "actors.yaml")
      .map((name) => ({ slug: name.slice(0, -5), ...load(name) }));
    briefs.sort((a, b) => (a.published < b.published ? 1 : -1));
    for (const brief of briefs) {
      const numbers = Object.fromEntries(Object.keys(brief.sources).map((id, at) => [id, at + 1]));
      const prose = (source) =>
        markdown.render(
          source
            .replace(/\[\[([a-z0-9-]+)\]\]/g, (_, id) => `[${actors[id].name}](/actors/${id}/)`)
            .replace(/\[\^([a-z0-9-]+)\]/g, (_, id) => `[${numbers[id]}](#${id})`),
        );
      brief.html = `${prose(brief.what)}<h2>Background</h2>\n${prose(brief.background)}`;
      for (const id of Object.keys(brief.who)) actors[id].briefs.push(brief);
    }
    return { actors, briefs, everyone: Object.values(actors) };
  });
  return { dir: { input: "pages", output: "public" }, templateFormats: ["11ty.js"] };
}
