/** The shortcuts of the window (快捷键), as the dialog and the help list them. Plain data. */

export type Shortcut = { readonly keys: readonly string[]; readonly what: string }
export type ShortcutGroup = { readonly title: string; readonly shortcuts: readonly Shortcut[] }

export const shortcutGroups: readonly ShortcutGroup[] = [
  {
    title: '任何一页',
    shortcuts: [
      { keys: ['Ctrl+K'], what: '查找学习、宣讲、蹲点、通知、公文等' },
      { keys: ['N', 'Ctrl+N'], what: '新登记一条（浏览器里用N）' },
      { keys: ['/'], what: '跳到“按文字查找”' },
      { keys: ['?'], what: '打开快捷键一览' },
      { keys: ['Tab', 'Shift+Tab'], what: '到下一项、上一项' },
    ],
  },
  {
    title: '列表',
    shortcuts: [
      { keys: ['↓', '↑'], what: '在各行之间移动；在“按文字查找”里按↓进入列表' },
      { keys: ['Home', 'End'], what: '到本页第一行、最后一行' },
      { keys: ['回车'], what: '打开所在的一行' },
    ],
  },
  {
    title: '表单',
    shortcuts: [
      { keys: ['Ctrl+S', 'Ctrl+回车'], what: '保存' },
      { keys: ['Esc'], what: '关闭；没有保存的内容自动暂存，下次打开时恢复' },
    ],
  },
  {
    title: '公文编辑',
    shortcuts: [
      { keys: ['Ctrl+Z', 'Ctrl+Y'], what: '撤销、重做' },
      { keys: ['Ctrl+B'], what: '加粗' },
      { keys: ['Ctrl+1', 'Ctrl+2', 'Ctrl+3', 'Ctrl+4'], what: '一至四级标题；Ctrl+0为正文' },
    ],
  },
]
