/** Copies of the bench values with other shapes in places, for libraries that have other ones. */

/** Enum numbers in `bench.proto`. */
export const orderStatus = ["open", "paid", "shipped", "closed"];
export const tax = ["none", "reduced", "standard"];

export const numberOf = (names) => (name) => names.indexOf(name);
export const nameOf = (names) => (number) => names[number];

export function adaptOrder(order, { status, discount, u64 = same, i64 = same }) {
  const item = (it) => ({ sku: it.sku, quantity: it.quantity, price: it.price, discount: discount(it.discount) });
  const parcel = (it) => ({ code: it.code, weight: it.weight, fragile: it.fragile, items: it.items.map(item) });
  const shipment = (it) => ({ carrier: it.carrier, tracking: u64(it.tracking), departedAt: i64(it.departedAt), parcels: it.parcels.map(parcel) });
  return { id: u64(order.id), customer: order.customer, status: status(order.status), shipments: order.shipments.map(shipment) };
}

export function adaptInvoice(invoice, change) {
  const line = ({ position, sku, description, quantity, unitPrice, adjustment, tax, tags }) => ({ position, sku, description, quantity, unitPrice, adjustment, tax: change(tax), tags: [...tags] });
  const location = ({ latitude, longitude }) => ({ latitude, longitude });
  const party = ({ name, street, city, country, taxId, location: at }) => ({ name, street, city, country, ...(taxId !== undefined && taxId !== null && { taxId }), location: location(at) });
  const { id, number, issued, currency, paid, seller, buyer, lines, notes, total } = invoice;
  return { id, number, issued, currency, paid, seller: party(seller), buyer: party(buyer), lines: lines.map(line), notes: [...notes], total };
}

/** Between a map and an object, whose values go through `change`. */
export const toObject = (map, change = same) => Object.fromEntries([...map].map(([key, value]) => [key, change(value)]));
export const toMap = (object, change = same) => new Map(Object.entries(object).map(([key, value]) => [key, change(value)]));

function same(value) {
  return value;
}
