/** Steps of a contract that have a dialog of their own. */
export type ContractDialog = 'offer' | 'discard' | 'withdraw' | 'sign' | 'paper' | 'notice' | 'take-back' | 'renew'
