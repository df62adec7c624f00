import { expect, test } from 'vitest';
import { withMeta } from './withMeta.ts';

const page = '<head>\n    <meta charset="utf-8" />\n    <title>x</title></head>';

test('metas come first, escaped; what is undefined is left out', () => {
  const html = withMeta(page, {
    'http-equiv:Content-Security-Policy': "default-src 'none'",
    a: '"<&$&',
    b: undefined,
  });
  expect(html).toBe(
    '<head>\n    <meta charset="utf-8" />\n    <meta http-equiv="Content-Security-Policy" content="default-src \'none\'" />' +
      '\n    <meta name="a" content="&quot;&lt;&amp;$&amp;" />\n    <title>x</title></head>',
  );
});
