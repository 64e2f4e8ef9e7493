import { renderContract } from '../contract/document.ts'
import { renderBill } from './bill.ts'
import { reportReactions } from './service-report.ts'

/** Consumer `documents`: each PDF of the product is rendered here and stored under the hash of its bytes. */
export const documentReactions = [renderContract, renderBill, ...reportReactions]
