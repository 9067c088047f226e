const SIGNS = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const MONTHS = "January February March April May June July August September October November December".split(" ");

/** Text as HTML. */
export const e = (text) => String(text).replace(/[&<>"]/g, (sign) => SIGNS[sign]);

/** A day as people write it. */
export const day = (date) => {
  const [year, month, of] = date.split("-");
  return `${Number(of)} ${MONTHS[month - 1]} ${year}`;
};

/** A day as HTML. */
export const time = (date) => `<time datetime="${date}">${day(date)}</time>`;

/** A page around its main part. */
export const frame = ({ title, summary = "", address, main }) => `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${e(title)} – The bench</title>
<meta name="description" content="${e(summary)}">
<link rel="canonical" href="https://example.org${address}">
<link rel="alternate" type="application/rss+xml" href="/index.xml">
<link rel="stylesheet" href="/site.css">
</head>
<body>
<a class="skip" href="#main">Skip to the content</a>
<header><a href="/">The bench</a> <nav><a href="/">Briefs</a> <a href="/actors/">Actors</a></nav></header>
<main id="main">
${main}
</main>
<footer><p>The bench. Every answer names its speaker, its day and its source.</p></footer>
</body>
</html>
`;
