/** Refusals of the server by their stable code, `module.reason`; `detail` is what the server wrote in English. */
const words = {
  known: '{{detail}}',
  http: {
    401: '登录已过期，请重新登录。',
    413: '内容过大，无法提交。',
    429: '操作过于频繁，请稍后再试。',
    503: '服务暂时不可用，请稍后再试。',
  },
} as const

export default words

declare module '../areas.ts' {
  interface Areas {
    problems: typeof words
  }
}
