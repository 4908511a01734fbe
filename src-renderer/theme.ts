/** The look of the window (外观): antd's tokens, set once. White, one restrained red, dense, 14 px. */
import type { ThemeConfig } from 'antd'

/** The one accent: marks what is chosen and the one thing to do next. */
const accent = '#a62b22'

export const theme: ThemeConfig = {
  token: {
    colorPrimary: accent,
    colorInfo: '#4a6274',
    colorError: '#c2410c',
    colorWarning: '#a16207',
    colorSuccess: '#3f7d4e',
    colorInfoBg: '#f3f6f8',
    colorInfoBorder: '#cfd8df',
    colorWarningBg: '#fdf8ec',
    colorWarningBorder: '#e8d5a3',
    colorErrorBg: '#fdf3ee',
    colorErrorBorder: '#eec4ad',
    colorSuccessBg: '#f1f7f2',
    colorSuccessBorder: '#bfd9c5',
    colorLink: accent,
    // Darker, not lighter as antd would have it: a link under the pointer must stay legible.
    colorLinkHover: '#7d1f18',
    colorLinkActive: '#7d1f18',
    colorText: '#1f2328',
    colorTextSecondary: '#57606a',
    colorTextTertiary: '#6b737c',
    colorTextPlaceholder: '#6b737c',
    colorBorder: '#d0d4d9',
    colorBorderSecondary: '#e4e7ea',
    colorBgLayout: '#ffffff',
    fontSize: 14,
    borderRadius: 4,
    controlHeight: 32,
    fontFamily: "'Microsoft YaHei', 'PingFang SC', 'Noto Sans CJK SC', 'Source Han Sans SC', sans-serif",
    boxShadowSecondary: '0 4px 16px rgba(31, 35, 40, 0.12)',
    // Nothing moves: old office PCs drop the end of a transition, and a button then stays busy for the screen reader.
    motion: false,
  },
  components: {
    Form: { itemMarginBottom: 12, verticalLabelPadding: '0 0 2px', labelColor: '#57606a' },
    Table: {
      headerBg: '#f6f7f8',
      headerColor: '#424a53',
      headerSplitColor: 'transparent',
      rowHoverBg: '#f9f5f4',
      cellPaddingBlockSM: 6,
      cellPaddingInlineSM: 10,
    },
    Menu: { itemHeight: 36, itemBorderRadius: 4, itemSelectedBg: '#f8ecea', activeBarBorderWidth: 0 },
    Layout: { siderBg: '#fafbfb', bodyBg: '#ffffff' },
    Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' },
    Drawer: { footerPaddingBlock: 10, footerPaddingInline: 24 },
  },
}
