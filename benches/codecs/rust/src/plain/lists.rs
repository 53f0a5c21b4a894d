//! The messages of varying size.

use std::collections::BTreeMap;

use codec_bench::lists as mw;
use serde::{Deserialize, Serialize};

use super::{Text, all};

#[derive(Clone, PartialEq, Serialize, Deserialize, rkyv::Archive, rkyv::Serialize)]
#[rkyv(compare(PartialEq))]
pub struct Order<'a> {
    pub id: u64,
    #[serde(borrow)]
    pub customer: Text<'a>,
    pub status: OrderStatus,
    #[serde(borrow)]
    pub shipments: Vec<Shipment<'a>>,
}

#[derive(Clone, Copy, PartialEq, Serialize, Deserialize, rkyv::Archive, rkyv::Serialize)]
#[rkyv(compare(PartialEq))]
pub enum OrderStatus {
    Open,
    Paid,
    Shipped,
    Closed,
}

#[derive(Clone, PartialEq, Serialize, Deserialize, rkyv::Archive, rkyv::Serialize)]
#[rkyv(compare(PartialEq))]
pub struct Shipment<'a> {
    #[serde(borrow)]
    pub carrier: Text<'a>,
    pub tracking: u64,
    pub departed_at: i64,
    #[serde(borrow)]
    pub parcels: Vec<Parcel<'a>>,
}

#[derive(Clone, PartialEq, Serialize, Deserialize, rkyv::Archive, rkyv::Serialize)]
#[rkyv(compare(PartialEq))]
pub struct Parcel<'a> {
    pub code: u32,
    pub weight: u32,
    pub fragile: bool,
    #[serde(borrow)]
    pub items: Vec<Item<'a>>,
}

#[derive(Clone, PartialEq, Serialize, Deserialize, rkyv::Archive, rkyv::Serialize)]
#[rkyv(compare(PartialEq))]
pub struct Item<'a> {
    #[serde(borrow)]
    pub sku: Text<'a>,
    pub quantity: u32,
    pub price: i32,
    pub discount: Option<u32>,
}

#[derive(Clone, PartialEq, Serialize, Deserialize, rkyv::Archive, rkyv::Serialize)]
#[rkyv(compare(PartialEq))]
pub struct Profile<'a> {
    #[serde(borrow)]
    pub id: Text<'a>,
    #[serde(borrow)]
    pub login: Text<'a>,
    #[serde(borrow)]
    pub name: Text<'a>,
    #[serde(borrow)]
    pub native_name: Text<'a>,
    #[serde(borrow)]
    pub email: Text<'a>,
    #[serde(borrow)]
    pub phone: Text<'a>,
    #[serde(borrow)]
    pub street: Text<'a>,
    #[serde(borrow)]
    pub city: Text<'a>,
    #[serde(borrow)]
    pub region: Text<'a>,
    #[serde(borrow)]
    pub country: Text<'a>,
    #[serde(borrow)]
    pub language: Text<'a>,
    #[serde(borrow)]
    pub time_zone: Text<'a>,
    #[serde(borrow)]
    pub homepage: Text<'a>,
    #[serde(borrow)]
    pub avatar: Text<'a>,
    #[serde(borrow)]
    pub company: Text<'a>,
    #[serde(borrow)]
    pub title: Text<'a>,
    #[serde(borrow)]
    pub motto: Text<'a>,
    #[serde(borrow)]
    pub status: Text<'a>,
    #[serde(borrow)]
    pub biography: Text<'a>,
    #[serde(borrow)]
    pub notes: Text<'a>,
}

#[derive(Clone, PartialEq, Serialize, Deserialize, rkyv::Archive, rkyv::Serialize)]
#[rkyv(compare(PartialEq))]
pub struct SampleArray {
    #[serde(with = "postcard::fixint::le")]
    pub sensor: u32,
    pub samples: Vec<Sample>,
}

#[derive(Clone, PartialEq, Serialize, Deserialize, rkyv::Archive, rkyv::Serialize)]
#[rkyv(compare(PartialEq))]
pub struct Sample {
    #[serde(with = "postcard::fixint::le")]
    pub at: u64,
    pub value: f64,
    #[serde(with = "postcard::fixint::le")]
    pub channel: u32,
    pub quality: u8,
}

#[derive(Clone, PartialEq, Serialize, Deserialize, rkyv::Archive, rkyv::Serialize)]
#[rkyv(compare(PartialEq))]
pub struct Drawing<'a> {
    #[serde(borrow)]
    pub commands: Vec<Command<'a>>,
}

#[derive(Clone, PartialEq, Serialize, Deserialize, rkyv::Archive, rkyv::Serialize)]
#[rkyv(compare(PartialEq))]
pub enum Command<'a> {
    Move(Move),
    Line(Line),
    Curve(Curve),
    Colour(Colour),
    #[serde(borrow)]
    Label(Label<'a>),
    Layer(Layer),
}

#[derive(Clone, PartialEq, Serialize, Deserialize, rkyv::Archive, rkyv::Serialize)]
#[rkyv(compare(PartialEq))]
pub struct Move {
    pub x: f32,
    pub y: f32,
}

#[derive(Clone, PartialEq, Serialize, Deserialize, rkyv::Archive, rkyv::Serialize)]
#[rkyv(compare(PartialEq))]
pub struct Line {
    pub x: f32,
    pub y: f32,
}

#[derive(Clone, PartialEq, Serialize, Deserialize, rkyv::Archive, rkyv::Serialize)]
#[rkyv(compare(PartialEq))]
pub struct Curve {
    pub x1: f32,
    pub y1: f32,
    pub x2: f32,
    pub y2: f32,
    pub x: f32,
    pub y: f32,
}

#[derive(Clone, PartialEq, Serialize, Deserialize, rkyv::Archive, rkyv::Serialize)]
#[rkyv(compare(PartialEq))]
pub struct Colour {
    pub red: u8,
    pub green: u8,
    pub blue: u8,
    pub alpha: u8,
}

#[derive(Clone, PartialEq, Serialize, Deserialize, rkyv::Archive, rkyv::Serialize)]
#[rkyv(compare(PartialEq))]
pub struct Label<'a> {
    #[serde(borrow)]
    pub text: Text<'a>,
    #[serde(with = "postcard::fixint::le")]
    pub size: u16,
}

#[derive(Clone, PartialEq, Serialize, Deserialize, rkyv::Archive, rkyv::Serialize)]
#[rkyv(compare(PartialEq))]
pub struct Layer {
    #[serde(with = "postcard::fixint::le")]
    pub id: u64,
    pub visible: bool,
}

#[derive(Clone, PartialEq, Serialize, Deserialize, rkyv::Archive, rkyv::Serialize)]
#[rkyv(compare(PartialEq))]
pub struct Inventory<'a> {
    #[serde(borrow)]
    pub stock: BTreeMap<Text<'a>, Stock>,
}

#[derive(Clone, PartialEq, Serialize, Deserialize, rkyv::Archive, rkyv::Serialize)]
#[rkyv(compare(PartialEq))]
pub struct Stock {
    pub count: u32,
    pub price: u64,
    pub shelf: u16,
    pub weight: f32,
}

impl<'a> From<mw::Order<'a>> for Order<'a> {
    fn from(from: mw::Order<'a>) -> Self {
        copy!(from { id, customer, status }, shipments: all(from.shipments))
    }
}

impl From<mw::OrderStatus> for OrderStatus {
    fn from(from: mw::OrderStatus) -> Self {
        match from {
            mw::OrderStatus::Open => Self::Open,
            mw::OrderStatus::Paid => Self::Paid,
            mw::OrderStatus::Shipped => Self::Shipped,
            mw::OrderStatus::Closed => Self::Closed,
        }
    }
}

impl<'a> From<mw::Shipment<'a>> for Shipment<'a> {
    fn from(from: mw::Shipment<'a>) -> Self {
        copy!(from { carrier, tracking, departed_at }, parcels: all(from.parcels))
    }
}

impl<'a> From<mw::Parcel<'a>> for Parcel<'a> {
    fn from(from: mw::Parcel<'a>) -> Self {
        copy!(from { code, weight, fragile }, items: all(from.items))
    }
}

impl<'a> From<mw::Item<'a>> for Item<'a> {
    fn from(from: mw::Item<'a>) -> Self {
        copy!(from {
            sku,
            quantity,
            price,
            discount
        })
    }
}

impl<'a> From<mw::Profile<'a>> for Profile<'a> {
    fn from(from: mw::Profile<'a>) -> Self {
        copy!(from {
            id,
            login,
            name,
            native_name,
            email,
            phone,
            street,
            city,
            region,
            country,
            language,
            time_zone,
            homepage,
            avatar,
            company,
            title,
            motto,
            status,
            biography,
            notes,
        })
    }
}

impl From<mw::SampleArray> for SampleArray {
    fn from(from: mw::SampleArray) -> Self {
        copy!(from { sensor }, samples: all(from.samples))
    }
}

impl From<mw::Sample> for Sample {
    fn from(from: mw::Sample) -> Self {
        copy!(from {
            at,
            value,
            channel,
            quality
        })
    }
}

impl<'a> From<mw::Drawing<'a>> for Drawing<'a> {
    fn from(from: mw::Drawing<'a>) -> Self {
        copy!(from {  }, commands: all(from.commands))
    }
}

impl<'a> From<mw::Command<'a>> for Command<'a> {
    fn from(from: mw::Command<'a>) -> Self {
        match from {
            mw::Command::Move(from) => Self::Move(from.into()),
            mw::Command::Line(from) => Self::Line(from.into()),
            mw::Command::Curve(from) => Self::Curve(from.into()),
            mw::Command::Colour(from) => Self::Colour(from.into()),
            mw::Command::Label(from) => Self::Label(from.into()),
            mw::Command::Layer(from) => Self::Layer(from.into()),
        }
    }
}

impl From<mw::CommandMove> for Move {
    fn from(from: mw::CommandMove) -> Self {
        copy!(from { x, y })
    }
}

impl From<mw::CommandLine> for Line {
    fn from(from: mw::CommandLine) -> Self {
        copy!(from { x, y })
    }
}

impl From<mw::CommandCurve> for Curve {
    fn from(from: mw::CommandCurve) -> Self {
        copy!(from {
            x1,
            y1,
            x2,
            y2,
            x,
            y
        })
    }
}

impl From<mw::CommandColour> for Colour {
    fn from(from: mw::CommandColour) -> Self {
        copy!(from {
            red,
            green,
            blue,
            alpha
        })
    }
}

impl<'a> From<mw::CommandLabel<'a>> for Label<'a> {
    fn from(from: mw::CommandLabel<'a>) -> Self {
        copy!(from { text, size })
    }
}

impl From<mw::CommandLayer> for Layer {
    fn from(from: mw::CommandLayer) -> Self {
        copy!(from { id, visible })
    }
}

impl<'a> From<mw::Inventory<'a>> for Inventory<'a> {
    fn from(from: mw::Inventory<'a>) -> Self {
        let stock = from.stock.into_iter();
        Self {
            stock: stock
                .map(|(name, stock)| (name.into(), stock.into()))
                .collect(),
        }
    }
}

impl From<mw::Stock> for Stock {
    fn from(from: mw::Stock) -> Self {
        copy!(from {
            count,
            price,
            shelf,
            weight
        })
    }
}
