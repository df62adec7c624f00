import fc from 'fast-check';
import { expect, it } from 'vitest';
import { html, markup } from './html.ts';

it('escapes words, and leaves markup as it is', () => {
  expect(html`<p>${'<b> & "c" \'d\''}</p>`.text).toBe('<p>&lt;b&gt; &amp; &quot;c&quot; &#39;d&#39;</p>');
  expect(html`<p>${html`<b>${'<'}</b>`}</p>`.text).toBe('<p><b>&lt;</b></p>');
});

it('leaves out the indentation of templates, and nothing that is put in', () => {
  const template = html; // by another name, so that a formatter leaves it alone
  expect(
    template`<p>
      ${'a\n   b'}
    </p>`.text,
  ).toBe('<p>\na\n   b\n</p>');
});

it('replaces control characters, which a page may not hold', () => {
  expect(markup(String.fromCharCode(0, 9, 10, 27))).toBe('\ufffd\t\n\ufffd');
});

it('writes lists one after another, numbers as they are, and nothing for nothing', () => {
  expect(html`${['a', 1, [html`<i></i>`, null, undefined, false, '']]}`.text).toBe('a1<i></i>');
  expect(html`${0}`.text).toBe('0');
});

it('lets nothing out of a text or an attribute', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(markup(text)).not.toMatch(/[<>"']|&(?!(amp|lt|gt|quot|#39);)/u);
    }),
  );
});
