/** The command that searches everything (检索). */
import { type Hit, searchKindNames } from '../../src-shared/search.ts'
import type { Command } from './command.ts'

export const searchCommand: Command = {
  name: 'search',
  usage: '文字 [--limit N]',
  summary: '在记录、名册、通知、公文和来文中查找；几个词用空格隔开并加引号，须都出现',
  details: ['--limit N   每类最多列出几条，不写为20'],
  words: 1,
  options: ['limit'],
  async run(api, { words: [words = ''], options }) {
    const found = await api.search({ words, limit: options.limit === undefined ? 20 : Number(options.limit) })
    const lines = found.groups.flatMap(({ kind, total, hits }) => [
      `${searchKindNames[kind]}${total}条${hits.length < total ? `，列出最新的${hits.length}条` : ''}`,
      ...hits.map(hitLine),
    ])
    return { value: found, text: lines.join('\n') || `没有找到“${words.trim()}”，请换个词或少写几个字再查。` }
  },
}

/** Words found stand in 【】. */
function hitLine({ date, title, snippet, id }: Hit): string {
  const why = snippet.map(({ text, isFound }) => (isFound ? `【${text}】` : text)).join('')
  return `- ${[date, title, why, id].filter(Boolean).join('  ')}`
}
