//! The document.

use codec_bench::documents as mw;
use serde::{Deserialize, Serialize};

use super::{Text, all};

#[derive(Clone, PartialEq, Serialize, Deserialize, rkyv::Archive, rkyv::Serialize)]
#[rkyv(compare(PartialEq))]
pub struct Invoice<'a> {
    pub id: u32,
    #[serde(borrow)]
    pub number: Text<'a>,
    #[serde(borrow)]
    pub issued: Text<'a>,
    #[serde(borrow)]
    pub currency: Text<'a>,
    pub paid: bool,
    #[serde(borrow)]
    pub seller: Party<'a>,
    #[serde(borrow)]
    pub buyer: Party<'a>,
    #[serde(borrow)]
    pub lines: Vec<InvoiceLine<'a>>,
    #[serde(borrow)]
    pub notes: Vec<Text<'a>>,
    pub total: f64,
}

#[derive(Clone, PartialEq, Serialize, Deserialize, rkyv::Archive, rkyv::Serialize)]
#[rkyv(compare(PartialEq))]
pub struct Party<'a> {
    #[serde(borrow)]
    pub name: Text<'a>,
    #[serde(borrow)]
    pub street: Text<'a>,
    #[serde(borrow)]
    pub city: Text<'a>,
    #[serde(borrow)]
    pub country: Text<'a>,
    #[serde(borrow)]
    pub tax_id: Option<Text<'a>>,
    pub location: Location,
}

#[derive(Clone, PartialEq, Serialize, Deserialize, rkyv::Archive, rkyv::Serialize)]
#[rkyv(compare(PartialEq))]
pub struct Location {
    pub latitude: f64,
    pub longitude: f64,
}

#[derive(Clone, PartialEq, Serialize, Deserialize, rkyv::Archive, rkyv::Serialize)]
#[rkyv(compare(PartialEq))]
pub struct InvoiceLine<'a> {
    pub position: u32,
    #[serde(borrow)]
    pub sku: Text<'a>,
    #[serde(borrow)]
    pub description: Text<'a>,
    pub quantity: u32,
    pub unit_price: f64,
    pub adjustment: i32,
    pub tax: Tax,
    #[serde(borrow)]
    pub tags: Vec<Text<'a>>,
}

#[derive(Clone, Copy, PartialEq, Serialize, Deserialize, rkyv::Archive, rkyv::Serialize)]
#[rkyv(compare(PartialEq))]
#[serde(rename_all = "snake_case")]
pub enum Tax {
    None,
    Reduced,
    Standard,
}

impl<'a> From<mw::Invoice<'a>> for Invoice<'a> {
    fn from(from: mw::Invoice<'a>) -> Self {
        copy!(from {
            id, number, issued, currency, paid, seller, buyer, total,
        }, lines: all(from.lines), notes: all(from.notes))
    }
}

impl<'a> From<mw::Party<'a>> for Party<'a> {
    fn from(from: mw::Party<'a>) -> Self {
        copy!(from {
            name, street, city, country, location,
        }, tax_id: from.tax_id.map(Text::from))
    }
}

impl From<mw::Location> for Location {
    fn from(from: mw::Location) -> Self {
        copy!(from {
            latitude,
            longitude
        })
    }
}

impl<'a> From<mw::InvoiceLine<'a>> for InvoiceLine<'a> {
    fn from(from: mw::InvoiceLine<'a>) -> Self {
        copy!(from {
            position, sku, description, quantity, unit_price, adjustment, tax,
        }, tags: all(from.tags))
    }
}

impl From<mw::Tax> for Tax {
    fn from(from: mw::Tax) -> Self {
        match from {
            mw::Tax::None => Self::None,
            mw::Tax::Reduced => Self::Reduced,
            mw::Tax::Standard => Self::Standard,
        }
    }
}
