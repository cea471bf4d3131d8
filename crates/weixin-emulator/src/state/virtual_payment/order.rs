//! Orders that were paid in money, and their refunds.

use weixin_api::Timestamp;
use weixin_mini::{
    ids::{RefundId, TransactionId},
    virtual_payment::{PaymentEnv, ProductId, VirtualOrderId, VirtualOrderStatus, WxOrderId},
};
use weixin_protocol::PeerId;

use crate::ids::Ids;

/// What was bought.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Item {
    Goods(ProductId),
    Coins,
}

/// An order.
#[derive(Debug, Clone)]
pub(crate) struct Order {
    pub(crate) id: VirtualOrderId,
    pub(crate) wx_id: WxOrderId,
    pub(crate) env: PaymentEnv,
    pub(crate) user: PeerId,
    pub(crate) item: Item,
    pub(crate) quantity: u64,
    /// The amount in fen.
    pub(crate) fee: u64,
    pub(crate) attach: Option<String>,
    /// The merchant's number that the person sees in WeChat Pay.
    pub(crate) merchant_no: String,
    pub(crate) transaction: TransactionId,
    pub(crate) paid: Timestamp,
    pub(crate) provided: Option<Timestamp>,
    pub(crate) refunds: Vec<Refund>,
}

/// A refund.
#[derive(Debug, Clone)]
pub(crate) struct Refund {
    pub(crate) id: VirtualOrderId,
    pub(crate) wx_id: WxOrderId,
    /// The amount in fen.
    pub(crate) fee: u64,
    pub(crate) attach: Option<String>,
    pub(crate) transaction: RefundId,
    pub(crate) at: Timestamp,
}

impl Order {
    /// Creates an order that was paid now.
    pub(crate) fn paid(
        ids: &mut Ids,
        (id, env, user): (VirtualOrderId, PaymentEnv, PeerId),
        (item, quantity, fee): (Item, u64, u64),
        attach: Option<String>,
        now: Timestamp,
    ) -> Self {
        Self {
            id,
            wx_id: WxOrderId::new(ids.secret()),
            env,
            user,
            item,
            quantity,
            fee,
            attach,
            merchant_no: ids.secret(),
            transaction: TransactionId::new(format!("4200{}", ids.echo())),
            paid: now,
            provided: None,
            refunds: Vec::new(),
        }
    }

    /// The amount that can still be refunded, in fen.
    pub(crate) fn left(&self) -> u64 {
        self.fee - self.refunds.iter().map(|refund| refund.fee).sum::<u64>().min(self.fee)
    }

    /// The state of the order. It is never "being delivered": the emulator's pushes are short.
    pub(crate) fn status(&self) -> VirtualOrderStatus {
        if self.left() == 0 && !self.refunds.is_empty() {
            VirtualOrderStatus::Refunded
        } else if self.provided.is_some() {
            VirtualOrderStatus::Provided
        } else {
            VirtualOrderStatus::Paid
        }
    }
}

/// All orders, oldest first.
#[derive(Debug, Default)]
pub(crate) struct Orders(Vec<Order>);

impl Orders {
    pub(crate) fn add(&mut self, order: Order) {
        self.0.push(order);
    }

    /// The order with the account's own number.
    pub(crate) fn find(&self, id: &VirtualOrderId) -> Option<&Order> {
        self.0.iter().find(|order| order.id == *id)
    }

    /// The order with one of its numbers.
    pub(crate) fn find_mut(
        &mut self,
        id: Option<&VirtualOrderId>,
        wx_id: Option<&WxOrderId>,
    ) -> Option<&mut Order> {
        self.0.iter_mut().find(|order| {
            id.is_some_and(|id| order.id == *id) || wx_id.is_some_and(|id| order.wx_id == *id)
        })
    }

    /// The refund with one of its numbers, and its order.
    pub(crate) fn find_refund(
        &self,
        id: Option<&VirtualOrderId>,
        wx_id: Option<&WxOrderId>,
    ) -> Option<(&Order, &Refund)> {
        let is = |refund: &&Refund| {
            id.is_some_and(|id| refund.id == *id) || wx_id.is_some_and(|id| refund.wx_id == *id)
        };
        self.0.iter().find_map(|order| Some((order, order.refunds.iter().find(is)?)))
    }

    /// Marks the goods of an order as delivered, unless they were before.
    pub(crate) fn provide(&mut self, id: &VirtualOrderId, now: Timestamp) {
        if let Some(order) = self.find_mut(Some(id), None) {
            order.provided.get_or_insert(now);
        }
    }
}
