const colors = ['blue', 'orange', 'green', 'purple', 'grey'] as const;

/** How the parts of the pictures look; their colours follow the page's. */
export const charts = `
.figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,25rem),1fr));gap:2.4rem 3rem;margin:1.6rem 0 2rem}
.figures>figure{max-width:34rem}
figure{margin:0;min-width:0}
svg{display:block;width:100%;height:auto;overflow:visible}
svg text{font:13px var(--sans);font-variant-numeric:lining-nums tabular-nums;fill:var(--ink)}
figcaption{margin-top:.6rem;font:.875rem/1.5 var(--sans);color:var(--muted);text-wrap:pretty}
figcaption em{font-style:italic;color:var(--ink)}
${colors.map((color) => `.${color}{--c:var(--${color})}`).join('')}
.grid path{stroke:var(--grid);stroke-width:1}
.axis{stroke:var(--ink);stroke-width:1;fill:none}
svg .tick text{font-size:12px;fill:var(--muted)}
svg .name,svg .note{font-size:12.5px;fill:var(--muted)}
svg .small{font-size:11px}
.middle text,text.middle{text-anchor:middle}
.end text,text.end{text-anchor:end}
.line{fill:none;stroke:var(--c);stroke-width:2;stroke-linejoin:round;stroke-linecap:round}
.thin{stroke-width:1.25}
.dashed{stroke-dasharray:3 5}
.faint{stroke-width:1;opacity:.42}
.fill{fill:var(--c)}
.bar{opacity:.85}
.ring{fill:var(--paper);stroke:var(--c);stroke-width:2}
.best{fill:var(--paper);stroke:var(--c);stroke-width:2}
.wash{fill:var(--c);opacity:.09}
.dots{fill:none;stroke:var(--c);stroke-width:4.5;stroke-linecap:round;opacity:.42}
.band{fill:var(--band)}
.chosen path{stroke:var(--ink);stroke-width:1.25}
.whisker{stroke:var(--c);stroke-width:2;fill:none;opacity:.75}
.repeat{fill:var(--paper);stroke:var(--ink);stroke-width:1.1}
svg .value{font-weight:600}
.floor{fill:var(--inset)}
.right rect:not(.floor){fill:var(--heat)}
.wrong rect:not(.floor){fill:var(--heatWrong)}
.readout rect{fill:transparent}
.readout path{stroke:var(--muted);stroke-width:1}
.readout path,.readout text{visibility:hidden;pointer-events:none}
svg .readout text{font-weight:600}
.readout:hover path,.readout:hover text{visibility:visible}
@media (max-width:36rem){svg text{font-size:14.5px}svg .tick text,svg .name,svg .note{font-size:14px}}`;
