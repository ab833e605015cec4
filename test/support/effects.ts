/** SQL for the deliveries that people see something of; the others only look, and come again by themselves. */
export const isEffect = `kind not in ('poll', 'roster', 'meet')`;
