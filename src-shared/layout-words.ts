/** What the profiles of the official document format are called (版式方案), and when to choose each. Plain data. */
import type { LayoutName } from './layouts.ts'

export type LayoutWords = { readonly title: string; readonly when: string }

export const layoutWords: Readonly<Record<LayoutName, LayoutWords>> = {
  'office-A': {
    title: '机关通行（默认）',
    when: '上下边距37、35毫米，行距28.95磅，每页22行、每行28字。没有特别要求就用它。',
  },
  'strict-33476': {
    title: '严格行距',
    when: '照GB/T 33476.2把行距排到29.45磅，22行正好撑满版心。上级要求按电子公文格式规范排版时选。',
  },
  'native-grid': {
    title: '文档网格',
    when: '每行28字由Word的字符网格排出，不调字间距。收文单位要在Word里核对文档网格时选。',
  },
  duplex: {
    title: '双面印刷',
    when: '单双页的左右边距对调，版记排在偶数页。双面印刷、装订成册时选。',
  },
  套打: {
    title: '套打',
    when: '不排红色的发文机关标志和红线，位置照样留出。用印好红头的纸打印时选。',
  },
}
