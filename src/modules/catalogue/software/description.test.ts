import assert from 'node:assert/strict'
import { test } from 'node:test'
import { descriptionHtml } from './description.ts'

test('markup and scripts in a description are words', () => {
  const html = descriptionHtml(
    'Un <script>alert(1)</script> et <img src=x onerror=alert(1)>\n\n<iframe src="https://x.example"></iframe>',
  )

  assert.doesNotMatch(html, /<script|<img|<iframe/)
  assert.match(html, /&lt;script&gt;/)
})

test('an image is not fetched from elsewhere', () => {
  assert.doesNotMatch(descriptionHtml('![logo](https://ailleurs.example/logo.png)'), /<img/)
})

test('a link leads to http or https, or nowhere', () => {
  const html = descriptionHtml(
    '[un](javascript:alert(1)) [deux](mailto:a@b.example) [trois](https://commune.example)',
  )

  assert.doesNotMatch(html, /javascript|mailto/)
  assert.match(html, /<a rel="nofollow" href="https:\/\/commune\.example">trois/)
})

test('a title in a description stays below those of the page', () => {
  assert.match(descriptionHtml('# Grand'), /<h4>Grand<\/h4>/)
})
