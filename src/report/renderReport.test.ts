import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { EVIL, sampleInput } from '../../test/report/finishedRun.ts';
import type { ReportInput } from './index.ts';
import { renderReport } from './renderReport.ts';

let binary: string;
let binaryInput: ReportInput;
beforeAll(async () => {
  binaryInput = await sampleInput({ targets: ['side'] });
  binary = renderReport(binaryInput);
});

const headings = (page: string) => [...page.matchAll(/<h2>(.*?)<\/h2>/g)].map(([, title]) => title);

describe('a page', () => {
  it('is complete in itself: no script, no address, no inline style', () => {
    expect(binary).toMatch(/^<!doctype html>/);
    expect(binary).not.toMatch(/<(script|link|img|iframe|object|base|form)\b/i);
    expect(binary).not.toMatch(/https?:|url\(|@import|\son\w+="| style="| src="/);
    expect([...binary.matchAll(/href="(.)/g)].every(([, first]) => first === '#')).toBe(true);
  });

  it('allows its own style sheet and nothing else', () => {
    const style = /<style>([\s\S]*?)<\/style>/.exec(binary)![1];
    const hash = createHash('sha256').update(style).digest('base64');
    const policy = /http-equiv="Content-Security-Policy"\s+content="([^"]*)"/.exec(binary)![1];
    expect(policy.replaceAll('&#39;', "'")).toBe(
      `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`,
    );
  });

  it('leaves what comes from the table inert', () => {
    expect(binaryInput.columns.map(({ name }) => name)).toContain(EVIL);
    expect(binary).not.toContain('<script');
    expect(binary).toContain('&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;&amp;&#39;');
  });

  it('has its sections, each linked from the top by an id of its own', () => {
    expect(headings(binary)).toEqual([
      'Training',
      'Scores',
      'Mistakes',
      'Columns that matter',
      'Data',
      'Recipe',
      'What to try next',
      'How to get it again',
    ]);
    const ids = [...binary.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect([...binary.matchAll(/href="#([^"]*)"/g)].map(([, id]) => id)).toEqual(ids);
  });

  it('gives every picture a role, a name and, where it has numbers, a table', () => {
    const pictures = binary.match(/<svg[^>]*>(<title>[^<]+<\/title>)?/g)!;
    expect(pictures.length).toBeGreaterThan(7);
    for (const picture of pictures) expect(picture).toMatch(/ role="img"><title>[^<]{8,}<\/title>$/);
    for (const [table] of binary.matchAll(/<table[\s\S]*?<\/table>/g))
      expect(table).toMatch(/<caption>[^<]+<\/caption>[\s\S]*<th scope="col"[\s\S]*<th scope="row"/);
  });

  it('closes every element it opens', () => {
    const open: string[] = [];
    const body = binary.replace(/<style>[\s\S]*<\/style>/, '');
    for (const [, slash, name, self] of body.matchAll(/<(\/?)([a-z][a-z0-9]*)\b[^>]*?(\/?)>/g)) {
      if (self === '/' || ['meta', 'br'].includes(name)) continue;
      if (slash === '') open.push(name);
      else expect(open.pop()).toBe(name);
    }
    expect(open).toEqual([]);
  });

  it('holds no number that is none, and no text that was forgotten', () => {
    expect(binary).not.toMatch(/NaN|Infinity|undefined|\[object/);
  });

  it('is a pure function of its input', () => {
    expect(renderReport(binaryInput)).toBe(binary);
  });

  it('says what to type, and what proves it', () => {
    expect(binary).toContain('npx neumann train sample.csv --target side --seed 0');
    expect(binary).toContain(binaryInput.reproduction.dataSha256);
  });
});

describe('by kind of run', () => {
  it('draws ranking curves for two classes, and none for three', async () => {
    expect(binary).toContain('ROC curve');
    expect(binary).toContain('Precision and recall');
    const three = renderReport(await sampleInput({ targets: ['third'] }));
    expect(three).not.toContain('ROC curve');
    expect(three).toContain('Confusion matrix');
  });

  it('draws predictions and errors for a number', async () => {
    const page = renderReport(await sampleInput({ targets: ['size'] }));
    expect(page).toContain('Predicted against true');
    expect(page).toContain('<h3>Errors</h3>');
    expect(page).not.toContain('Confusion matrix');
  });

  it('gives each of several targets a section', async () => {
    const page = renderReport(await sampleInput({ targets: ['size', 'third'] }));
    expect(headings(page)).toContain('Mistakes: size');
    expect(headings(page)).toContain('Mistakes: third');
  });

  it('says so where nothing was set aside', async () => {
    const set = ['split.train=1', 'split.validation=0', 'split.test=0'];
    const page = renderReport(await sampleInput({ targets: ['size'], set }));
    expect(page).toContain('No rows were set aside to test on');
    expect(page).toContain('rows it learned from');
    expect(page).not.toContain('95 % interval');
    expect(page).not.toMatch(/NaN|undefined/);
  });

  it('draws folds faintly and the model’s own curve fully', async () => {
    const set = ['stopping.folds=3'];
    const page = renderReport(await sampleInput({ targets: ['third'], set }));
    expect(page.match(/class="line blue faint"/g)).toHaveLength(2 * 3);
    expect(page.match(/class="line orange faint"/g)).toHaveLength(2 * 3);
    expect(page).toContain('mean of 3 folds');
  });

  it('stays small however long the training was', () => {
    const [net] = binaryInput.nets;
    const points = Array.from({ length: 50_000 }, (_, epoch) => ({
      ...net.points[1],
      epoch,
      train: { loss: 1 / (epoch + 1), accuracy: (epoch % 100) / 100 },
    }));
    const page = renderReport({ ...binaryInput, nets: [{ ...net, points }] });
    expect(page.length).toBeLessThan(200_000);
  });
});
