package main

import codecbench "meshwright.generated/codec-bench"

type invoiceContent = codecbench.Invoice

// jsonInvoice and what is in it are the types that a user of a general JSON library writes by hand.
type jsonInvoice struct {
	ID       uint32     `json:"id"`
	Number   string     `json:"number"`
	Issued   string     `json:"issued"`
	Currency string     `json:"currency"`
	Paid     bool       `json:"paid"`
	Seller   jsonParty  `json:"seller"`
	Buyer    jsonParty  `json:"buyer"`
	Lines    []jsonLine `json:"lines"`
	Notes    []string   `json:"notes"`
	Total    float64    `json:"total"`
}

type jsonParty struct {
	Name     string       `json:"name"`
	Street   string       `json:"street"`
	City     string       `json:"city"`
	Country  string       `json:"country"`
	TaxID    *string      `json:"tax_id,omitempty"`
	Location jsonLocation `json:"location"`
}

type jsonLocation struct {
	Latitude  float64 `json:"latitude"`
	Longitude float64 `json:"longitude"`
}

type jsonLine struct {
	Position    uint32   `json:"position"`
	Sku         string   `json:"sku"`
	Description string   `json:"description"`
	Quantity    uint32   `json:"quantity"`
	UnitPrice   float64  `json:"unit_price"`
	Adjustment  int32    `json:"adjustment"`
	Tax         string   `json:"tax"`
	Tags        []string `json:"tags"`
}
