//! Virtual payment (虚拟支付) of a Mini Program: keys, goods, coins, orders and subscriptions.

mod goods;
mod order;
mod subscription;
mod wallet;

pub(crate) use goods::{Goods, GoodsTask, TaskKind};
pub(crate) use order::{Item, Order, Refund};
pub(crate) use subscription::{Contract, ContractError};
pub(crate) use wallet::CoinError;
use weixin_mini::virtual_payment::{OfferId, PaymentEnv};
use weixin_protocol::Secret;

use crate::ids::Ids;
use goods::Catalogue;
use order::Orders;
use subscription::Contracts;
use wallet::Wallets;

/// What a Mini Program has in virtual payment.
#[derive(Debug)]
pub(crate) struct VirtualPayments {
    /// The account in virtual payment (offerId).
    pub(crate) offer_id: OfferId,
    pub(crate) live_key: Secret,
    pub(crate) sandbox_key: Secret,
    /// Whether people use the published version (现网版本), which cannot pay in the sandbox.
    pub(crate) published: bool,
    pub(crate) goods: Catalogue,
    pub(crate) coins: Wallets,
    pub(crate) orders: Orders,
    pub(crate) contracts: Contracts,
}

impl VirtualPayments {
    pub(super) fn sandbox(ids: &mut Ids) -> Self {
        Self {
            offer_id: OfferId::new(format!("1450{}", ids.offer_digits())),
            live_key: Secret::new(ids.secret()),
            sandbox_key: Secret::new(ids.secret()),
            published: false,
            goods: Catalogue::default(),
            coins: Wallets::default(),
            orders: Orders::default(),
            contracts: Contracts::default(),
        }
    }

    /// The app key of an environment.
    pub(crate) fn key(&self, env: PaymentEnv) -> &Secret {
        match env {
            PaymentEnv::Sandbox => &self.sandbox_key,
            _ => &self.live_key,
        }
    }
}
