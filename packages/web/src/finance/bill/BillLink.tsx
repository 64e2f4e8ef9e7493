import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'

/** A link to another bill of a client in the console. */
export const BillLink = ({ client, bill, children }: { client: string; bill: string; children: ReactNode }) => (
  <Link to="/finance/invoices/$id" params={{ id: bill }} search={{ client } as never}>
    {children}
  </Link>
)
