import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plainParagraphs } from './plain-paragraphs.ts'

test('a Markdown text is printed as its plain words, without its marks, images or raw HTML', () => {
  const text =
    '# Titre\n\nUn **mot** et [un lien](https://x.example).\n\n- une ligne\n\n![image](a.png)\n\n<script>x</script>'

  assert.deepEqual(plainParagraphs(text), ['Titre', 'Un mot et un lien.', 'une ligne'])
})
