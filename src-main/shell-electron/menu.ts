/** The menu bar (菜单) and the menu of the right mouse button, reduced to what a clerk needs. */
import { type BrowserWindow, Menu, type MenuItemConstructorOptions } from 'electron'

const separator: MenuItemConstructorOptions = { type: 'separator' }

const editing: MenuItemConstructorOptions[] = [
  { role: 'undo', label: '撤销' },
  { role: 'redo', label: '重做' },
  separator,
  { role: 'cut', label: '剪切' },
  { role: 'copy', label: '复制' },
  { role: 'paste', label: '粘贴' },
  { role: 'selectAll', label: '全选' },
]

export function setMenu(): void {
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      { label: '文件', submenu: [{ role: 'quit', label: '退出' }] },
      { label: '编辑', submenu: editing },
      {
        label: '视图',
        submenu: [
          { role: 'zoomIn', label: '放大' },
          { role: 'zoomOut', label: '缩小' },
          { role: 'resetZoom', label: '实际大小' },
          separator,
          { role: 'reload', label: '刷新' },
          { role: 'togglefullscreen', label: '全屏' },
        ],
      },
    ]),
  )
}

/** Chromium's own right-click menu does not exist in Electron. */
export function addContextMenu(window: BrowserWindow): void {
  window.webContents.on('context-menu', (_event, { isEditable, selectionText }) => {
    const items = isEditable ? editing : editing.filter(({ role }) => role === 'copy' && selectionText !== '')
    if (items.length > 0) Menu.buildFromTemplate(items).popup({ window })
  })
}
