/** The small registers (名册) by the words that windows, CLI, tables and workbooks use. */
export const registerKinds = ['cadre', 'lecturer', 'lectureTeam', 'studyGroup', 'venue', 'material'] as const
export type RegisterKind = (typeof registerKinds)[number]

export const registerNames = {
  cadre: '干部',
  lecturer: '宣讲员',
  lectureTeam: '宣讲团',
  studyGroup: '学习组织',
  venue: '阵地场所',
  material: '学习材料',
} as const satisfies Record<RegisterKind, string>
