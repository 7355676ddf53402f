/** An unsorted set of tickets; who is next and who must go is looked up each time. */
export function createShedder({ concurrency, maxWaiting }: any) {
  const tickets = new Set<any>();
  let free = concurrency;
  let number = 0;
  const shed = (ticket: any) => {
    tickets.delete(ticket);
    ticket.reject(Object.assign(new Error('shed'), { name: 'ShedError' }));
  };
  const begin = (ticket: any) => {
    tickets.delete(ticket);
    free--;
    const over = () => {
      free++;
      const [next] = [...tickets].sort((a, b) => b.priority - a.priority || a.number - b.number);
      if (next) begin(next);
    };
    let promise;
    try {
      promise = Promise.resolve(ticket.work());
    } catch (error) {
      promise = Promise.reject(error);
    }
    promise.then(
      (value) => {
        over();
        ticket.resolve(value);
      },
      (error) => {
        over();
        ticket.reject(error);
      },
    );
  };
  return {
    submit: (work: any, { priority, startBy }: any) =>
      new Promise((resolve, reject) => {
        const ticket = { work, priority, number: number++, resolve, reject };
        if (startBy <= Date.now()) return shed(ticket);
        if (free > 0) return begin(ticket);
        tickets.add(ticket);
        setTimeout(() => tickets.has(ticket) && shed(ticket), startBy - Date.now());
        if (tickets.size > maxWaiting)
          shed([...tickets].sort((a, b) => a.priority - b.priority || b.number - a.number)[0]);
      }),
  };
}
