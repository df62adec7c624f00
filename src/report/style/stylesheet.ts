import { Html } from '../html/html.ts';
import { charts } from './charts.ts';
import { dark, light, type Palette } from './palette.ts';

const variables = (palette: Palette): string =>
  Object.entries(palette)
    .map(([name, color]) => `--${name}:${color}`)
    .join(';');

/** A paper to be read, on a phone, on a desk, at night and in print. */
export const stylesheet = new Html(`
:root{color-scheme:light;${variables(light)};
--serif:"Iowan Old Style","Palatino Linotype",Palatino,"URW Palladio L",P052,"Book Antiqua",Georgia,serif;
--sans:"Avenir Next","Segoe UI",Inter,Lato,Roboto,"Helvetica Neue",system-ui,sans-serif;
--mono:ui-monospace,"Cascadia Code","SF Mono",Menlo,Consolas,"DejaVu Sans Mono",monospace}
@media (prefers-color-scheme:dark){:root{color-scheme:dark;${variables(dark)}}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%;scroll-behavior:smooth}
@media (prefers-reduced-motion:reduce){html{scroll-behavior:auto}}
body{margin:0 auto;max-width:66rem;padding:0 clamp(1rem,4vw,2.5rem) 4rem;background:var(--paper);color:var(--ink);
font:1.0625rem/1.6 var(--serif);font-variant-numeric:oldstyle-nums;overflow-wrap:break-word;counter-reset:section}
a{color:var(--accent)}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px;border-radius:2px}
h1,h2,h3{font-weight:600;line-height:1.2;text-wrap:balance;margin:0}
h1{font-size:clamp(1.7rem,1.2rem + 2.4vw,2.6rem);letter-spacing:-.012em;font-variant-numeric:lining-nums}
h1 em{font-style:italic;font-weight:500}
h2{font-size:1.5rem;margin-bottom:1rem}
h3{font-size:1.0625rem;margin:0 0 .6rem}
p{margin:0 0 1rem;max-width:42rem;text-wrap:pretty}
small{font-size:.8125rem;color:var(--muted)}
code{font-family:var(--mono);font-size:.84em;font-variant-numeric:normal;overflow-wrap:anywhere}
.kicker{display:flex;justify-content:space-between;gap:1rem;max-width:none;margin:0;padding:1.4rem 0 .7rem;border-bottom:1px solid var(--ink);
font:600 .8125rem/1.4 var(--sans);letter-spacing:.02em}
.kicker span+span{font-weight:400;color:var(--muted);text-align:right}
.lead{display:grid;gap:1.5rem 3.5rem;padding:1.8rem 0 1.4rem}
.deck{margin-top:1.1rem;font-size:1.125rem;line-height:1.55;max-width:36rem;text-wrap:pretty}
.lead figure{align-self:end}
.facts{display:flex;flex-wrap:wrap;gap:.8rem 2.2rem;margin:1.5rem 0 0;font-family:var(--sans);font-variant-numeric:lining-nums tabular-nums}
.facts dt{font-size:.75rem;color:var(--muted)}
.facts dd{margin:0;font-size:.9375rem;font-weight:600}
nav{border-block:1px solid var(--rule);font:.875rem/1.4 var(--sans)}
nav ol{display:flex;flex-wrap:wrap;gap:.1rem 1.4rem;margin:0;padding:.5rem 0;list-style:none}
nav a{display:inline-block;padding:.3rem 0;text-decoration:none}
nav a:hover{text-decoration:underline}
section{padding-top:3rem}
main>section:first-of-type{padding-top:2.2rem}
section>h2{counter-increment:section;scroll-margin-top:1rem}
section>h2::before{content:counter(section);display:inline-block;min-width:1.6em;color:var(--muted);font-weight:400}
.warnings{margin-top:2rem;padding:.9rem 1.1rem;border-left:3px solid var(--orange);background:var(--inset);font-size:1rem}
.warnings h2{font:600 .9375rem/1.4 var(--sans);margin:0 0 .3rem}
.warnings ul{margin:0;padding-left:1.1rem}
.warnings li{max-width:46rem}
.scroll{overflow-x:auto;margin:0 0 1.2rem}
table{border-collapse:collapse;font:.9375rem/1.45 var(--sans);font-variant-numeric:lining-nums tabular-nums;min-width:min(100%,28rem)}
caption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
thead th{border-bottom:1px solid var(--ink);font-weight:600;font-size:.8125rem;vertical-align:bottom}
tbody tr+tr>*{border-top:1px solid var(--rule)}
th,td{padding:.42rem 1.2rem .42rem 0;text-align:left;vertical-align:baseline}
th:last-child,td:last-child{padding-right:0}
.number{text-align:right;white-space:nowrap}
tbody th{font-weight:400}
table small{display:block;font-weight:400;line-height:1.3}
.scores,.columns{width:100%}
.scores tbody th{min-width:11rem}
.scores tbody small{display:inline;margin-left:.4rem}
.columns tbody th{font-weight:600;min-width:7rem;overflow-wrap:anywhere}
.columns td{color:var(--muted);white-space:nowrap}
.columns td:last-child{color:var(--ink);white-space:normal;min-width:16rem}
.split{max-width:42rem;margin-bottom:1rem}
.parts{display:flex;flex-wrap:wrap;gap:.2rem 1.6rem;margin:.6rem 0 0;padding:0;list-style:none;font:.9375rem/1.4 var(--sans);font-variant-numeric:lining-nums}
.parts li::before{content:"";display:inline-block;width:.7em;height:.7em;margin-right:.5em;background:var(--c)}
.parts small{margin-left:.2rem}
details>summary{cursor:pointer}
.numbers{margin-top:.5rem;font:.8125rem/1.4 var(--sans)}
.numbers summary{color:var(--muted)}
.numbers table{font-size:.8125rem;min-width:0;margin-top:.5rem}
.recipe details{border-top:1px solid var(--rule);padding:.5rem 0}
.recipe details:last-child{border-bottom:1px solid var(--rule)}
.recipe summary{font-family:var(--sans);font-size:.9375rem}
.recipe summary b{font-weight:600;margin-right:.3rem}
.recipe dl{margin:.5rem 0 .4rem;padding-left:1.1rem}
.recipe dl>div{display:grid;grid-template-columns:minmax(15rem,1fr) 3fr;gap:0 1rem;padding:.22rem 0}
.recipe dt,.recipe dd{margin:0}
.recipe dt code{color:var(--muted)}
.recipe dd .value{font-weight:600;margin-right:.4rem}
.recipe dd,.recipe summary small{font-family:var(--sans);font-variant-numeric:lining-nums}
.mark{color:var(--accent);font-size:.8125rem;font-weight:600}
.recipe .chosen dt code,.recipe .chosen .value{color:var(--accent)}
pre{margin:0 0 1rem;padding:.8rem 1rem;background:var(--inset);border:1px solid var(--rule);border-radius:4px;white-space:pre-wrap;font-size:1rem}
.steps{padding-left:1.3rem;margin:0 0 1rem;max-width:42rem}
.steps li{margin-bottom:.8rem}
.steps code{display:inline-block;margin-top:.2rem;padding:.15rem .5rem;background:var(--inset);border:1px solid var(--rule);border-radius:4px}
.proof{margin:0;font-family:var(--sans);font-size:.875rem}
.proof div{display:grid;grid-template-columns:minmax(9rem,12rem) 1fr;gap:1rem;padding:.2rem 0}
.proof dt{color:var(--muted)}
.proof dd{margin:0}
footer{margin-top:4rem;padding-top:.8rem;border-top:1px solid var(--rule);color:var(--muted);font-size:.875rem}
${charts}
@media (min-width:56rem){.solo>figure{display:grid;grid-template-columns:minmax(0,34rem) 1fr;column-gap:3rem;max-width:none}.solo h3,.solo .numbers{grid-column:1/-1}.solo figcaption{align-self:center}.lead{grid-template-columns:minmax(0,1.12fr) minmax(0,1fr)}}
@media (max-width:36rem){.recipe dl>div,.proof div{grid-template-columns:1fr;gap:0;padding:.4rem 0}th,td{padding-right:.8rem}
.scores tbody th{min-width:5rem}.scores tbody th small{display:none}
.columns thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.columns tr{display:grid;grid-template-columns:1fr auto auto;gap:0 .8rem;padding:.45rem 0}
.columns tbody tr+tr>*{border:0}.columns tr+tr{border-top:1px solid var(--rule)}
.columns td,.columns tbody th{padding:0}.columns td:last-child{grid-column:1/-1;min-width:0}}
@media print{
:root{color-scheme:light;${variables({ ...light, paper: '#ffffff' })}}
body{max-width:none;padding:0;font-size:10pt}
nav,.numbers,.readout{display:none}
section{padding-top:1.6rem}
*{print-color-adjust:exact;-webkit-print-color-adjust:exact}
figure,tr,.recipe dl>div{break-inside:avoid}
h2,h3{break-after:avoid}
.scroll{overflow:visible}
.figures{grid-template-columns:1fr 1fr;gap:1.4rem 1.8rem}
.lead{grid-template-columns:1.1fr 1fr}
details::details-content{content-visibility:visible;block-size:auto}
a{color:inherit;text-decoration:none}
}
`);
