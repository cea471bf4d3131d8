//! Virtual payment in the console.

use weixin_mini::virtual_payment::{OfferId, PaymentEnv, ProductId, VirtualOrderStatus};
use weixin_protocol::Secret;

use crate::{Account, state::Goods};

/// What the console of a Mini Program shows about virtual payment (虚拟支付 - 基础配置).
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct VirtualPaymentCredentials {
    /// The account in virtual payment (offerId).
    pub offer_id: OfferId,
    /// The app key of the live environment (现网 AppKey).
    pub live_key: Secret,
    /// The app key of the sandbox (沙箱 AppKey).
    pub sandbox_key: Secret,
}

/// Virtual payment of a Mini Program.
impl Account {
    /// Adds goods (道具) and publishes them. `price` is the price of one piece in fen.
    pub fn virtual_goods(self, id: impl Into<ProductId>, price: u64) -> Self {
        self.add_goods(id.into(), price, None)
    }

    /// Adds the goods of a subscription (会员订阅) and publishes them. `price` is the price of a period in
    /// fen, and `period_days` its length in days.
    pub fn virtual_subscription(
        self,
        id: impl Into<ProductId>,
        price: u64,
        period_days: u32,
    ) -> Self {
        self.add_goods(id.into(), price, Some(period_days))
    }

    fn add_goods(self, id: ProductId, price: u64, period_days: Option<u32>) -> Self {
        let name = id.as_str().to_owned();
        let goods = Goods { name, price, remark: None, item_url: None, period_days };
        self.update(|account| account.virtual_payments.goods.add(id, goods));
        self
    }

    /// Publishes the coins (代币). One yuan buys `per_yuan` of them.
    pub fn virtual_coins(self, per_yuan: u64) -> Self {
        self.update(|account| account.virtual_payments.coins.per_yuan = Some(per_yuan.max(1)));
        self
    }

    /// Sets whether people use the published version (现网版本), which cannot pay in the sandbox
    /// [default: false].
    pub fn published(self, published: bool) -> Self {
        self.update(|account| account.virtual_payments.published = published);
        self
    }

    /// The state of an order, by the account's own number. `None`: there is no such order.
    pub fn virtual_order(&self, id: &str) -> Option<VirtualOrderStatus> {
        let status = self.read(|account| {
            let order = account.virtual_payments.orders.find(&id.into());
            order.map(crate::state::Order::status)
        });
        status.flatten()
    }

    /// The coins that a person has in an environment.
    pub fn coins_of(&self, person: &crate::Person, env: PaymentEnv) -> u64 {
        let coins =
            self.read(|account| account.virtual_payments.coins.wallet(env, person.id()).total());
        coins.unwrap_or_default()
    }
}
