import { html, type Html } from '../html/html.ts';
import type { RecipeEntry, RecipeSection, ReportInput } from '../input/types.ts';
import { counted } from '../words/numbers.ts';
import { paragraph, type Section } from './section.ts';

/** Every choice of the run, folded by section; what a person chose is marked and open. */
export function recipeSection({ recipe }: ReportInput): Section {
  const changes = recipe.flatMap(({ fields }) => fields).filter(isChanged).length;
  const intro =
    changes === 0
      ? 'Nothing was chosen by hand: this is the default recipe for a table of this size, written out.'
      : `${counted(changes, 'choice')} ${changes === 1 ? 'differs' : 'differ'} from the default recipe for a table of this size, marked ◆.`;
  return {
    id: 'recipe',
    title: 'Recipe',
    body: html`${paragraph(html`${intro} Each path can be set with <code>--set path=value</code>.`)}
      <div class="recipe">${recipe.map(sectionDetails)}</div>`,
  };
}

const isChanged = ({ usual }: RecipeEntry): boolean => usual !== undefined;

function sectionDetails({ name, summary, fields }: RecipeSection): Html {
  const changes = fields.filter(isChanged).length;
  const chosen = fields.find(({ path }) => path === `${name}.name` || path === `${name}.kind`)?.value;
  return html`<details${changes > 0 && html` open`}><summary><b>${name}</b> ${chosen}${
    changes > 0 && html` <span class="mark">◆ ${changes} chosen</span>`
  } <small>${summary}</small></summary>
<dl>${fields.map(fieldRow)}</dl></details>
`;
}

const fieldRow = ({ path, value, summary, usual }: RecipeEntry): Html =>
  html`<div class="${usual === undefined ? '' : 'chosen'}">
    <dt><code>${path}</code></dt>
    <dd>
      <code class="value">${value}</code>${
        usual !== undefined &&
        html` <span class="mark">◆ ${usual === '' ? 'chosen' : html`instead of <code>${usual}</code>`}</span>`
      }${summary !== '' && html` <small>${summary}</small>`}
    </dd>
  </div> `;
