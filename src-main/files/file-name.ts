/** File names (文件名) that every system takes, Windows being the strictest. */

/** `title.extension` without the characters Windows refuses, at most 80 characters long. */
export function safeFileName(title: string, extension: string): string {
  const clean = [...title]
    .filter((char) => char >= ' ' && char !== '\u007f' && !'<>:"/\\|?*'.includes(char))
    .slice(0, 80)
    .join('')
    .replace(/^[\s.]+|[\s.]+$/g, '')
  const isReserved = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i.test(clean)
  return `${isReserved ? '_' : ''}${clean || '未命名'}.${extension}`
}
