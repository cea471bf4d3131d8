// Written by `cargo xtask groups`.

//! Groups whose feature is disabled: their methods exist, and the compile error for a call names the
//! feature.
#![allow(missing_docs, unreachable_pub, reason = "the items cannot be named outside of this crate")]

/// The return type of methods that cannot be called.
#[derive(Debug)]
pub enum NotAvailable {}

/// Declares the method of a disabled group. A macro, because each has its own message.
macro_rules! missing {
    ($api:ident::$method:ident, [$($kind:ident),*], $message:literal, $note:literal) => {
        pub use self::$method::$api;

        mod $method {
            #[diagnostic::on_unimplemented(
                message = $message,
                label = "not available",
                note = $note
            )]
            pub trait Enabled {}

            pub trait $api {
                fn $method(&self) -> $crate::missing::NotAvailable
                where
                    Self: Enabled,
                {
                    unreachable!("no type is `Enabled`")
                }
            }

            $(impl $api for ::weixin_client::Client<::weixin_api::kind::$kind> {})*
        }
    };
}

pub mod official {
    #[cfg(not(feature = "official-analytics"))]
    missing! {
        AnalyticsApi::analytics, [Official],
        "`analytics()` is behind the feature `official-analytics` of `weixin`",
        "in Cargo.toml: `features = [\"official-analytics\"]`, or `official-full` for all groups"
    }
    #[cfg(not(feature = "official-article-analytics"))]
    missing! {
        ArticleAnalyticsApi::article_analytics, [Official],
        "`article_analytics()` is behind the feature `official-article-analytics` of `weixin`",
        "in Cargo.toml: `features = [\"official-article-analytics\"]`, or `official-full` for all groups"
    }
    #[cfg(not(feature = "official-blacklist"))]
    missing! {
        BlacklistApi::blacklist, [Official],
        "`blacklist()` is behind the feature `official-blacklist` of `weixin`",
        "in Cargo.toml: `features = [\"official-blacklist\"]`, or `official-full` for all groups"
    }
    #[cfg(not(feature = "official-card"))]
    missing! {
        CardsApi::cards, [Official],
        "`cards()` is behind the feature `official-card` of `weixin`",
        "in Cargo.toml: `features = [\"official-card\"]`, or `official-full` for all groups"
    }
    #[cfg(not(feature = "official-card-merchant"))]
    missing! {
        CardMerchantsApi::card_merchants, [Official],
        "`card_merchants()` is behind the feature `official-card-merchant` of `weixin`",
        "in Cargo.toml: `features = [\"official-card-merchant\"]`, or `official-full` for all groups"
    }
    #[cfg(not(feature = "official-comment"))]
    missing! {
        CommentsApi::comments, [Official],
        "`comments()` is behind the feature `official-comment` of `weixin`",
        "in Cargo.toml: `features = [\"official-comment\"]`, or `official-full` for all groups"
    }
    #[cfg(not(feature = "official-console"))]
    missing! {
        ConsoleApi::console, [Official],
        "`console()` is behind the feature `official-console` of `weixin`",
        "in Cargo.toml: `features = [\"official-console\"]`, or `official-full` for all groups"
    }
    #[cfg(not(feature = "official-customer-service"))]
    missing! {
        CustomerServiceApi::customer_service, [Official],
        "`customer_service()` is behind the feature `official-customer-service` of `weixin`",
        "in Cargo.toml: `features = [\"official-customer-service\"]`, or `official-full` for all groups"
    }
    #[cfg(not(feature = "official-device"))]
    missing! {
        DevicesApi::devices, [Official],
        "`devices()` is behind the feature `official-device` of `weixin`",
        "in Cargo.toml: `features = [\"official-device\"]`, or `official-full` for all groups"
    }
    #[cfg(not(feature = "official-draft"))]
    missing! {
        DraftsApi::drafts, [Official],
        "`drafts()` is behind the feature `official-draft` of `weixin`",
        "in Cargo.toml: `features = [\"official-draft\"]`, or `official-full` for all groups"
    }
    #[cfg(not(feature = "official-follower-group"))]
    missing! {
        FollowerGroupsApi::follower_groups, [Official],
        "`follower_groups()` is behind the feature `official-follower-group` of `weixin`",
        "in Cargo.toml: `features = [\"official-follower-group\"]`, or `official-full` for all groups"
    }
    #[cfg(not(feature = "official-gift-card"))]
    missing! {
        GiftCardsApi::gift_cards, [Official],
        "`gift_cards()` is behind the feature `official-gift-card` of `weixin`",
        "in Cargo.toml: `features = [\"official-gift-card\"]`, or `official-full` for all groups"
    }
    #[cfg(not(feature = "official-guide"))]
    missing! {
        GuidesApi::guides, [Official],
        "`guides()` is behind the feature `official-guide` of `weixin`",
        "in Cargo.toml: `features = [\"official-guide\"]`, or `official-full` for all groups"
    }
    #[cfg(not(feature = "official-image"))]
    missing! {
        ImagesApi::images, [Official, Mini],
        "`images()` is behind the feature `official-image` of `weixin`",
        "in Cargo.toml: `features = [\"official-image\"]`, or `official-full` for all groups"
    }
    #[cfg(not(feature = "official-invoice"))]
    missing! {
        InvoicesApi::invoices, [Official],
        "`invoices()` is behind the feature `official-invoice` of `weixin`",
        "in Cargo.toml: `features = [\"official-invoice\"]`, or `official-full` for all groups"
    }
    #[cfg(not(feature = "official-marketing"))]
    missing! {
        MarketingApi::marketing, [Official, Mini],
        "`marketing()` is behind the feature `official-marketing` of `weixin`",
        "in Cargo.toml: `features = [\"official-marketing\"]`, or `official-full` for all groups"
    }
    #[cfg(not(feature = "official-mass-message"))]
    missing! {
        MassMessagesApi::mass_messages, [Official],
        "`mass_messages()` is behind the feature `official-mass-message` of `weixin`",
        "in Cargo.toml: `features = [\"official-mass-message\"]`, or `official-full` for all groups"
    }
    #[cfg(not(feature = "official-material"))]
    missing! {
        MaterialsApi::materials, [Official],
        "`materials()` is behind the feature `official-material` of `weixin`",
        "in Cargo.toml: `features = [\"official-material\"]`, or `official-full` for all groups"
    }
    #[cfg(not(feature = "official-member-card"))]
    missing! {
        MemberCardsApi::member_cards, [Official],
        "`member_cards()` is behind the feature `official-member-card` of `weixin`",
        "in Cargo.toml: `features = [\"official-member-card\"]`, or `official-full` for all groups"
    }
    #[cfg(not(feature = "official-merchant"))]
    missing! {
        MerchantApi::merchant, [Official],
        "`merchant()` is behind the feature `official-merchant` of `weixin`",
        "in Cargo.toml: `features = [\"official-merchant\"]`, or `official-full` for all groups"
    }
    #[cfg(not(feature = "official-network"))]
    missing! {
        NetworkApi::network, [Official, Mini],
        "`network()` is behind the feature `official-network` of `weixin`",
        "in Cargo.toml: `features = [\"official-network\"]`, or `official-full` for all groups"
    }
    #[cfg(not(feature = "official-ocr"))]
    missing! {
        OcrApi::ocr, [Official, Mini],
        "`ocr()` is behind the feature `official-ocr` of `weixin`",
        "in Cargo.toml: `features = [\"official-ocr\"]`, or `official-full` for all groups"
    }
    #[cfg(not(feature = "official-publication"))]
    missing! {
        PublicationsApi::publications, [Official],
        "`publications()` is behind the feature `official-publication` of `weixin`",
        "in Cargo.toml: `features = [\"official-publication\"]`, or `official-full` for all groups"
    }
    #[cfg(not(feature = "official-qrcode"))]
    missing! {
        QrcodesApi::qrcodes, [Official],
        "`qrcodes()` is behind the feature `official-qrcode` of `weixin`",
        "in Cargo.toml: `features = [\"official-qrcode\"]`, or `official-full` for all groups"
    }
    #[cfg(not(feature = "official-qrcode-jump"))]
    missing! {
        QrcodeJumpsApi::qrcode_jumps, [Official, Mini],
        "`qrcode_jumps()` is behind the feature `official-qrcode-jump` of `weixin`",
        "in Cargo.toml: `features = [\"official-qrcode-jump\"]`, or `official-full` for all groups"
    }
    #[cfg(not(feature = "official-scan-product"))]
    missing! {
        ScanProductsApi::scan_products, [Official],
        "`scan_products()` is behind the feature `official-scan-product` of `weixin`",
        "in Cargo.toml: `features = [\"official-scan-product\"]`, or `official-full` for all groups"
    }
    #[cfg(not(feature = "official-semantic"))]
    missing! {
        SemanticApi::semantic, [Official],
        "`semantic()` is behind the feature `official-semantic` of `weixin`",
        "in Cargo.toml: `features = [\"official-semantic\"]`, or `official-full` for all groups"
    }
    #[cfg(not(feature = "official-shake-around"))]
    missing! {
        ShakeAroundApi::shake_around, [Official],
        "`shake_around()` is behind the feature `official-shake-around` of `weixin`",
        "in Cargo.toml: `features = [\"official-shake-around\"]`, or `official-full` for all groups"
    }
    #[cfg(not(feature = "official-short-key"))]
    missing! {
        ShortKeysApi::short_keys, [Official],
        "`short_keys()` is behind the feature `official-short-key` of `weixin`",
        "in Cargo.toml: `features = [\"official-short-key\"]`, or `official-full` for all groups"
    }
    #[cfg(not(feature = "official-store"))]
    missing! {
        StoresApi::stores, [Official],
        "`stores()` is behind the feature `official-store` of `weixin`",
        "in Cargo.toml: `features = [\"official-store\"]`, or `official-full` for all groups"
    }
    #[cfg(not(feature = "official-store-mini-program"))]
    missing! {
        StoreMiniProgramApi::store_mini_program, [Official],
        "`store_mini_program()` is behind the feature `official-store-mini-program` of `weixin`",
        "in Cargo.toml: `features = [\"official-store-mini-program\"]`, or `official-full` for all groups"
    }
    #[cfg(not(feature = "official-subscription"))]
    missing! {
        SubscriptionsApi::subscriptions, [Official, Mini],
        "`subscriptions()` is behind the feature `official-subscription` of `weixin`",
        "in Cargo.toml: `features = [\"official-subscription\"]`, or `official-full` for all groups"
    }
    #[cfg(not(feature = "official-subscription-notice"))]
    missing! {
        SubscriptionNoticesApi::subscription_notices, [Official],
        "`subscription_notices()` is behind the feature `official-subscription-notice` of `weixin`",
        "in Cargo.toml: `features = [\"official-subscription-notice\"]`, or `official-full` for all groups"
    }
    #[cfg(not(feature = "official-tag"))]
    missing! {
        TagsApi::tags, [Official],
        "`tags()` is behind the feature `official-tag` of `weixin`",
        "in Cargo.toml: `features = [\"official-tag\"]`, or `official-full` for all groups"
    }
    #[cfg(not(feature = "official-template-message"))]
    missing! {
        TemplateMessagesApi::template_messages, [Official],
        "`template_messages()` is behind the feature `official-template-message` of `weixin`",
        "in Cargo.toml: `features = [\"official-template-message\"]`, or `official-full` for all groups"
    }
    #[cfg(not(feature = "official-voice-recognition"))]
    missing! {
        VoiceRecognitionApi::voice_recognition, [Official, Mini],
        "`voice_recognition()` is behind the feature `official-voice-recognition` of `weixin`",
        "in Cargo.toml: `features = [\"official-voice-recognition\"]`, or `official-full` for all groups"
    }
    #[cfg(not(feature = "official-wifi"))]
    missing! {
        WifiApi::wifi, [Official],
        "`wifi()` is behind the feature `official-wifi` of `weixin`",
        "in Cargo.toml: `features = [\"official-wifi\"]`, or `official-full` for all groups"
    }
}

pub mod mini {
    #[cfg(not(feature = "mini-analytics"))]
    missing! {
        AnalyticsApi::analytics, [Mini],
        "`analytics()` is behind the feature `mini-analytics` of `weixin`",
        "in Cargo.toml: `features = [\"mini-analytics\"]`, or `mini-full` for all groups"
    }
    #[cfg(not(feature = "mini-cloud-sms"))]
    missing! {
        CloudSmsApi::cloud_sms, [Mini],
        "`cloud_sms()` is behind the feature `mini-cloud-sms` of `weixin`",
        "in Cargo.toml: `features = [\"mini-cloud-sms\"]`, or `mini-full` for all groups"
    }
    #[cfg(not(feature = "mini-code"))]
    missing! {
        CodesApi::codes, [Mini],
        "`codes()` is behind the feature `mini-code` of `weixin`",
        "in Cargo.toml: `features = [\"mini-code\"]`, or `mini-full` for all groups"
    }
    #[cfg(not(feature = "mini-form-message"))]
    missing! {
        FormMessagesApi::form_messages, [Mini],
        "`form_messages()` is behind the feature `mini-form-message` of `weixin`",
        "in Cargo.toml: `features = [\"mini-form-message\"]`, or `mini-full` for all groups"
    }
    #[cfg(not(feature = "mini-hardware-device"))]
    missing! {
        HardwareDevicesApi::hardware_devices, [Mini],
        "`hardware_devices()` is behind the feature `mini-hardware-device` of `weixin`",
        "in Cargo.toml: `features = [\"mini-hardware-device\"]`, or `mini-full` for all groups"
    }
    #[cfg(not(feature = "mini-image"))]
    missing! {
        ImagesApi::images, [Official, Mini],
        "`images()` is behind the feature `mini-image` of `weixin`",
        "in Cargo.toml: `features = [\"mini-image\"]`, or `mini-full` for all groups"
    }
    #[cfg(not(feature = "mini-instant-delivery"))]
    missing! {
        InstantDeliveryApi::instant_delivery, [Mini],
        "`instant_delivery()` is behind the feature `mini-instant-delivery` of `weixin`",
        "in Cargo.toml: `features = [\"mini-instant-delivery\"]`, or `mini-full` for all groups"
    }
    #[cfg(not(feature = "mini-intracity"))]
    missing! {
        IntracityApi::intracity, [Mini],
        "`intracity()` is behind the feature `mini-intracity` of `weixin`",
        "in Cargo.toml: `features = [\"mini-intracity\"]`, or `mini-full` for all groups"
    }
    #[cfg(not(feature = "mini-link"))]
    missing! {
        LinksApi::links, [Mini],
        "`links()` is behind the feature `mini-link` of `weixin`",
        "in Cargo.toml: `features = [\"mini-link\"]`, or `mini-full` for all groups"
    }
    #[cfg(not(feature = "mini-live"))]
    missing! {
        LiveApi::live, [Mini],
        "`live()` is behind the feature `mini-live` of `weixin`",
        "in Cargo.toml: `features = [\"mini-live\"]`, or `mini-full` for all groups"
    }
    #[cfg(not(feature = "mini-logistics"))]
    missing! {
        LogisticsApi::logistics, [Mini],
        "`logistics()` is behind the feature `mini-logistics` of `weixin`",
        "in Cargo.toml: `features = [\"mini-logistics\"]`, or `mini-full` for all groups"
    }
    #[cfg(not(feature = "mini-marketing"))]
    missing! {
        MarketingApi::marketing, [Official, Mini],
        "`marketing()` is behind the feature `mini-marketing` of `weixin`",
        "in Cargo.toml: `features = [\"mini-marketing\"]`, or `mini-full` for all groups"
    }
    #[cfg(not(feature = "mini-network"))]
    missing! {
        NetworkApi::network, [Official, Mini],
        "`network()` is behind the feature `mini-network` of `weixin`",
        "in Cargo.toml: `features = [\"mini-network\"]`, or `mini-full` for all groups"
    }
    #[cfg(not(feature = "mini-ocr"))]
    missing! {
        OcrApi::ocr, [Official, Mini],
        "`ocr()` is behind the feature `mini-ocr` of `weixin`",
        "in Cargo.toml: `features = [\"mini-ocr\"]`, or `mini-full` for all groups"
    }
    #[cfg(not(feature = "mini-plugin"))]
    missing! {
        PluginsApi::plugins, [Mini],
        "`plugins()` is behind the feature `mini-plugin` of `weixin`",
        "in Cargo.toml: `features = [\"mini-plugin\"]`, or `mini-full` for all groups"
    }
    #[cfg(not(feature = "mini-promoter"))]
    missing! {
        PromotersApi::promoters, [Mini],
        "`promoters()` is behind the feature `mini-promoter` of `weixin`",
        "in Cargo.toml: `features = [\"mini-promoter\"]`, or `mini-full` for all groups"
    }
    #[cfg(not(feature = "mini-qrcode-jump"))]
    missing! {
        QrcodeJumpsApi::qrcode_jumps, [Official, Mini],
        "`qrcode_jumps()` is behind the feature `mini-qrcode-jump` of `weixin`",
        "in Cargo.toml: `features = [\"mini-qrcode-jump\"]`, or `mini-full` for all groups"
    }
    #[cfg(not(feature = "mini-security"))]
    missing! {
        ContentSecurityApi::content_security, [Mini],
        "`content_security()` is behind the feature `mini-security` of `weixin`",
        "in Cargo.toml: `features = [\"mini-security\"]`, or `mini-full` for all groups"
    }
    #[cfg(not(feature = "mini-shipping"))]
    missing! {
        ShippingApi::shipping, [Mini],
        "`shipping()` is behind the feature `mini-shipping` of `weixin`",
        "in Cargo.toml: `features = [\"mini-shipping\"]`, or `mini-full` for all groups"
    }
    #[cfg(not(feature = "mini-shopping-order"))]
    missing! {
        ShoppingOrdersApi::shopping_orders, [Mini],
        "`shopping_orders()` is behind the feature `mini-shopping-order` of `weixin`",
        "in Cargo.toml: `features = [\"mini-shopping-order\"]`, or `mini-full` for all groups"
    }
    #[cfg(not(feature = "mini-subscription"))]
    missing! {
        SubscriptionsApi::subscriptions, [Official, Mini],
        "`subscriptions()` is behind the feature `mini-subscription` of `weixin`",
        "in Cargo.toml: `features = [\"mini-subscription\"]`, or `mini-full` for all groups"
    }
    #[cfg(not(feature = "mini-subscription-message"))]
    missing! {
        SubscriptionMessagesApi::subscription_messages, [Mini],
        "`subscription_messages()` is behind the feature `mini-subscription-message` of `weixin`",
        "in Cargo.toml: `features = [\"mini-subscription-message\"]`, or `mini-full` for all groups"
    }
    #[cfg(not(feature = "mini-updatable-message"))]
    missing! {
        UpdatableMessagesApi::updatable_messages, [Mini],
        "`updatable_messages()` is behind the feature `mini-updatable-message` of `weixin`",
        "in Cargo.toml: `features = [\"mini-updatable-message\"]`, or `mini-full` for all groups"
    }
    #[cfg(not(feature = "mini-user-storage"))]
    missing! {
        UserStorageApi::user_storage, [Mini],
        "`user_storage()` is behind the feature `mini-user-storage` of `weixin`",
        "in Cargo.toml: `features = [\"mini-user-storage\"]`, or `mini-full` for all groups"
    }
    #[cfg(not(feature = "mini-virtual-payment"))]
    missing! {
        VirtualPaymentApi::virtual_payment, [Mini],
        "`virtual_payment()` is behind the feature `mini-virtual-payment` of `weixin`",
        "in Cargo.toml: `features = [\"mini-virtual-payment\"]`, or `mini-full` for all groups"
    }
    #[cfg(not(feature = "mini-vod"))]
    missing! {
        VodApi::vod, [Mini],
        "`vod()` is behind the feature `mini-vod` of `weixin`",
        "in Cargo.toml: `features = [\"mini-vod\"]`, or `mini-full` for all groups"
    }
    #[cfg(not(feature = "mini-voice-recognition"))]
    missing! {
        VoiceRecognitionApi::voice_recognition, [Official, Mini],
        "`voice_recognition()` is behind the feature `mini-voice-recognition` of `weixin`",
        "in Cargo.toml: `features = [\"mini-voice-recognition\"]`, or `mini-full` for all groups"
    }
    #[cfg(not(feature = "mini-waybill"))]
    missing! {
        WaybillsApi::waybills, [Mini],
        "`waybills()` is behind the feature `mini-waybill` of `weixin`",
        "in Cargo.toml: `features = [\"mini-waybill\"]`, or `mini-full` for all groups"
    }
}

pub mod work {
    #[cfg(not(feature = "work-agent"))]
    missing! {
        AgentsApi::agents, [Work],
        "`agents()` is behind the feature `work-agent` of `weixin`",
        "in Cargo.toml: `features = [\"work-agent\"]`, or `work-full` for all groups"
    }
    #[cfg(not(feature = "work-app-chat"))]
    missing! {
        AppChatsApi::app_chats, [Work],
        "`app_chats()` is behind the feature `work-app-chat` of `weixin`",
        "in Cargo.toml: `features = [\"work-app-chat\"]`, or `work-full` for all groups"
    }
    #[cfg(not(feature = "work-approval"))]
    missing! {
        ApprovalsApi::approvals, [Work],
        "`approvals()` is behind the feature `work-approval` of `weixin`",
        "in Cargo.toml: `features = [\"work-approval\"]`, or `work-full` for all groups"
    }
    #[cfg(not(feature = "work-batch"))]
    missing! {
        BatchesApi::batches, [Work],
        "`batches()` is behind the feature `work-batch` of `weixin`",
        "in Cargo.toml: `features = [\"work-batch\"]`, or `work-full` for all groups"
    }
    #[cfg(not(feature = "work-calendar"))]
    missing! {
        CalendarsApi::calendars, [Work],
        "`calendars()` is behind the feature `work-calendar` of `weixin`",
        "in Cargo.toml: `features = [\"work-calendar\"]`, or `work-full` for all groups"
    }
    #[cfg(not(feature = "work-checkin"))]
    missing! {
        CheckinsApi::checkins, [Work],
        "`checkins()` is behind the feature `work-checkin` of `weixin`",
        "in Cargo.toml: `features = [\"work-checkin\"]`, or `work-full` for all groups"
    }
    #[cfg(not(feature = "work-contact-way"))]
    missing! {
        ContactWaysApi::contact_ways, [Work],
        "`contact_ways()` is behind the feature `work-contact-way` of `weixin`",
        "in Cargo.toml: `features = [\"work-contact-way\"]`, or `work-full` for all groups"
    }
    #[cfg(not(feature = "work-corp-chat"))]
    missing! {
        CorpChatsApi::corp_chats, [Work],
        "`corp_chats()` is behind the feature `work-corp-chat` of `weixin`",
        "in Cargo.toml: `features = [\"work-corp-chat\"]`, or `work-full` for all groups"
    }
    #[cfg(not(feature = "work-corp-group"))]
    missing! {
        CorpGroupsApi::corp_groups, [Work],
        "`corp_groups()` is behind the feature `work-corp-group` of `weixin`",
        "in Cargo.toml: `features = [\"work-corp-group\"]`, or `work-full` for all groups"
    }
    #[cfg(not(feature = "work-customer"))]
    missing! {
        CustomersApi::customers, [Work],
        "`customers()` is behind the feature `work-customer` of `weixin`",
        "in Cargo.toml: `features = [\"work-customer\"]`, or `work-full` for all groups"
    }
    #[cfg(not(feature = "work-customer-acquisition"))]
    missing! {
        CustomerAcquisitionApi::customer_acquisition, [Work],
        "`customer_acquisition()` is behind the feature `work-customer-acquisition` of `weixin`",
        "in Cargo.toml: `features = [\"work-customer-acquisition\"]`, or `work-full` for all groups"
    }
    #[cfg(not(feature = "work-customer-message"))]
    missing! {
        CustomerMessagesApi::customer_messages, [Work],
        "`customer_messages()` is behind the feature `work-customer-message` of `weixin`",
        "in Cargo.toml: `features = [\"work-customer-message\"]`, or `work-full` for all groups"
    }
    #[cfg(not(feature = "work-customer-service"))]
    missing! {
        CustomerServiceApi::customer_service, [Work],
        "`customer_service()` is behind the feature `work-customer-service` of `weixin`",
        "in Cargo.toml: `features = [\"work-customer-service\"]`, or `work-full` for all groups"
    }
    #[cfg(not(feature = "work-customer-statistics"))]
    missing! {
        CustomerStatisticsApi::customer_statistics, [Work],
        "`customer_statistics()` is behind the feature `work-customer-statistics` of `weixin`",
        "in Cargo.toml: `features = [\"work-customer-statistics\"]`, or `work-full` for all groups"
    }
    #[cfg(not(feature = "work-customer-strategy"))]
    missing! {
        CustomerStrategiesApi::customer_strategies, [Work],
        "`customer_strategies()` is behind the feature `work-customer-strategy` of `weixin`",
        "in Cargo.toml: `features = [\"work-customer-strategy\"]`, or `work-full` for all groups"
    }
    #[cfg(not(feature = "work-customer-tag"))]
    missing! {
        CustomerTagsApi::customer_tags, [Work],
        "`customer_tags()` is behind the feature `work-customer-tag` of `weixin`",
        "in Cargo.toml: `features = [\"work-customer-tag\"]`, or `work-full` for all groups"
    }
    #[cfg(not(feature = "work-customer-transfer"))]
    missing! {
        CustomerTransfersApi::customer_transfers, [Work],
        "`customer_transfers()` is behind the feature `work-customer-transfer` of `weixin`",
        "in Cargo.toml: `features = [\"work-customer-transfer\"]`, or `work-full` for all groups"
    }
    #[cfg(not(feature = "work-department"))]
    missing! {
        DepartmentsApi::departments, [Work],
        "`departments()` is behind the feature `work-department` of `weixin`",
        "in Cargo.toml: `features = [\"work-department\"]`, or `work-full` for all groups"
    }
    #[cfg(not(feature = "work-document"))]
    missing! {
        DocumentsApi::documents, [Work],
        "`documents()` is behind the feature `work-document` of `weixin`",
        "in Cargo.toml: `features = [\"work-document\"]`, or `work-full` for all groups"
    }
    #[cfg(not(feature = "work-export"))]
    missing! {
        ExportsApi::exports, [Work],
        "`exports()` is behind the feature `work-export` of `weixin`",
        "in Cargo.toml: `features = [\"work-export\"]`, or `work-full` for all groups"
    }
    #[cfg(not(feature = "work-form"))]
    missing! {
        FormsApi::forms, [Work],
        "`forms()` is behind the feature `work-form` of `weixin`",
        "in Cargo.toml: `features = [\"work-form\"]`, or `work-full` for all groups"
    }
    #[cfg(not(feature = "work-group-chat"))]
    missing! {
        GroupChatsApi::group_chats, [Work],
        "`group_chats()` is behind the feature `work-group-chat` of `weixin`",
        "in Cargo.toml: `features = [\"work-group-chat\"]`, or `work-full` for all groups"
    }
    #[cfg(not(feature = "work-hardware"))]
    missing! {
        HardwareApi::hardware, [Provider],
        "`hardware()` is behind the feature `work-hardware` of `weixin`",
        "in Cargo.toml: `features = [\"work-hardware\"]`, or `work-full` for all groups"
    }
    #[cfg(not(feature = "work-health-report"))]
    missing! {
        HealthReportsApi::health_reports, [Work],
        "`health_reports()` is behind the feature `work-health-report` of `weixin`",
        "in Cargo.toml: `features = [\"work-health-report\"]`, or `work-full` for all groups"
    }
    #[cfg(not(feature = "work-id-convert"))]
    missing! {
        IdConversionsApi::id_conversions, [Work],
        "`id_conversions()` is behind the feature `work-id-convert` of `weixin`",
        "in Cargo.toml: `features = [\"work-id-convert\"]`, or `work-full` for all groups"
    }
    #[cfg(not(feature = "work-intercept-rule"))]
    missing! {
        InterceptRulesApi::intercept_rules, [Work],
        "`intercept_rules()` is behind the feature `work-intercept-rule` of `weixin`",
        "in Cargo.toml: `features = [\"work-intercept-rule\"]`, or `work-full` for all groups"
    }
    #[cfg(not(feature = "work-invoice"))]
    missing! {
        InvoicesApi::invoices, [Work],
        "`invoices()` is behind the feature `work-invoice` of `weixin`",
        "in Cargo.toml: `features = [\"work-invoice\"]`, or `work-full` for all groups"
    }
    #[cfg(not(feature = "work-journal"))]
    missing! {
        JournalsApi::journals, [Work],
        "`journals()` is behind the feature `work-journal` of `weixin`",
        "in Cargo.toml: `features = [\"work-journal\"]`, or `work-full` for all groups"
    }
    #[cfg(not(feature = "work-license"))]
    missing! {
        LicensesApi::licenses, [Provider],
        "`licenses()` is behind the feature `work-license` of `weixin`",
        "in Cargo.toml: `features = [\"work-license\"]`, or `work-full` for all groups"
    }
    #[cfg(not(feature = "work-linked-corp"))]
    missing! {
        LinkedCorpsApi::linked_corps, [Work],
        "`linked_corps()` is behind the feature `work-linked-corp` of `weixin`",
        "in Cargo.toml: `features = [\"work-linked-corp\"]`, or `work-full` for all groups"
    }
    #[cfg(not(feature = "work-living"))]
    missing! {
        LivingsApi::livings, [Work],
        "`livings()` is behind the feature `work-living` of `weixin`",
        "in Cargo.toml: `features = [\"work-living\"]`, or `work-full` for all groups"
    }
    #[cfg(not(feature = "work-mail"))]
    missing! {
        MailApi::mail, [Work],
        "`mail()` is behind the feature `work-mail` of `weixin`",
        "in Cargo.toml: `features = [\"work-mail\"]`, or `work-full` for all groups"
    }
    #[cfg(not(feature = "work-material"))]
    missing! {
        MaterialsApi::materials, [Work],
        "`materials()` is behind the feature `work-material` of `weixin`",
        "in Cargo.toml: `features = [\"work-material\"]`, or `work-full` for all groups"
    }
    #[cfg(not(feature = "work-meeting"))]
    missing! {
        MeetingsApi::meetings, [Work],
        "`meetings()` is behind the feature `work-meeting` of `weixin`",
        "in Cargo.toml: `features = [\"work-meeting\"]`, or `work-full` for all groups"
    }
    #[cfg(not(feature = "work-meeting-room"))]
    missing! {
        MeetingRoomsApi::meeting_rooms, [Work],
        "`meeting_rooms()` is behind the feature `work-meeting-room` of `weixin`",
        "in Cargo.toml: `features = [\"work-meeting-room\"]`, or `work-full` for all groups"
    }
    #[cfg(not(feature = "work-message-audit"))]
    missing! {
        MessageAuditApi::message_audit, [Work],
        "`message_audit()` is behind the feature `work-message-audit` of `weixin`",
        "in Cargo.toml: `features = [\"work-message-audit\"]`, or `work-full` for all groups"
    }
    #[cfg(not(feature = "work-mini-program"))]
    missing! {
        MiniProgramApi::mini_program, [Work],
        "`mini_program()` is behind the feature `work-mini-program` of `weixin`",
        "in Cargo.toml: `features = [\"work-mini-program\"]`, or `work-full` for all groups"
    }
    #[cfg(not(feature = "work-moment"))]
    missing! {
        MomentsApi::moments, [Work],
        "`moments()` is behind the feature `work-moment` of `weixin`",
        "in Cargo.toml: `features = [\"work-moment\"]`, or `work-full` for all groups"
    }
    #[cfg(not(feature = "work-network"))]
    missing! {
        NetworkApi::network, [Work],
        "`network()` is behind the feature `work-network` of `weixin`",
        "in Cargo.toml: `features = [\"work-network\"]`, or `work-full` for all groups"
    }
    #[cfg(not(feature = "work-open-approval"))]
    missing! {
        OpenApprovalsApi::open_approvals, [Work],
        "`open_approvals()` is behind the feature `work-open-approval` of `weixin`",
        "in Cargo.toml: `features = [\"work-open-approval\"]`, or `work-full` for all groups"
    }
    #[cfg(not(feature = "work-phone-call"))]
    missing! {
        PhoneCallsApi::phone_calls, [Work],
        "`phone_calls()` is behind the feature `work-phone-call` of `weixin`",
        "in Cargo.toml: `features = [\"work-phone-call\"]`, or `work-full` for all groups"
    }
    #[cfg(not(feature = "work-product-album"))]
    missing! {
        ProductAlbumsApi::product_albums, [Work],
        "`product_albums()` is behind the feature `work-product-album` of `weixin`",
        "in Cargo.toml: `features = [\"work-product-album\"]`, or `work-full` for all groups"
    }
    #[cfg(not(feature = "work-provider-contact"))]
    missing! {
        ProviderContactsApi::provider_contacts, [Provider],
        "`provider_contacts()` is behind the feature `work-provider-contact` of `weixin`",
        "in Cargo.toml: `features = [\"work-provider-contact\"]`, or `work-full` for all groups"
    }
    #[cfg(not(feature = "work-provider-customer"))]
    missing! {
        ProviderCustomersApi::provider_customers, [Provider],
        "`provider_customers()` is behind the feature `work-provider-customer` of `weixin`",
        "in Cargo.toml: `features = [\"work-provider-customer\"]`, or `work-full` for all groups"
    }
    #[cfg(not(feature = "work-provider-device"))]
    missing! {
        ProviderDevicesApi::provider_devices, [Provider],
        "`provider_devices()` is behind the feature `work-provider-device` of `weixin`",
        "in Cargo.toml: `features = [\"work-provider-device\"]`, or `work-full` for all groups"
    }
    #[cfg(not(feature = "work-schedule"))]
    missing! {
        SchedulesApi::schedules, [Work],
        "`schedules()` is behind the feature `work-schedule` of `weixin`",
        "in Cargo.toml: `features = [\"work-schedule\"]`, or `work-full` for all groups"
    }
    #[cfg(not(feature = "work-school"))]
    missing! {
        SchoolApi::school, [Work],
        "`school()` is behind the feature `work-school` of `weixin`",
        "in Cargo.toml: `features = [\"work-school\"]`, or `work-full` for all groups"
    }
    #[cfg(not(feature = "work-school-app"))]
    missing! {
        SchoolAppsApi::school_apps, [Work],
        "`school_apps()` is behind the feature `work-school-app` of `weixin`",
        "in Cargo.toml: `features = [\"work-school-app\"]`, or `work-full` for all groups"
    }
    #[cfg(not(feature = "work-school-notice"))]
    missing! {
        SchoolNoticesApi::school_notices, [Work],
        "`school_notices()` is behind the feature `work-school-notice` of `weixin`",
        "in Cargo.toml: `features = [\"work-school-notice\"]`, or `work-full` for all groups"
    }
    #[cfg(not(feature = "work-smart-sheet"))]
    missing! {
        SmartSheetsApi::smart_sheets, [Work],
        "`smart_sheets()` is behind the feature `work-smart-sheet` of `weixin`",
        "in Cargo.toml: `features = [\"work-smart-sheet\"]`, or `work-full` for all groups"
    }
    #[cfg(not(feature = "work-suite-order"))]
    missing! {
        SuiteOrdersApi::suite_orders, [Suite],
        "`suite_orders()` is behind the feature `work-suite-order` of `weixin`",
        "in Cargo.toml: `features = [\"work-suite-order\"]`, or `work-full` for all groups"
    }
    #[cfg(not(feature = "work-tag"))]
    missing! {
        TagsApi::tags, [Work],
        "`tags()` is behind the feature `work-tag` of `weixin`",
        "in Cargo.toml: `features = [\"work-tag\"]`, or `work-full` for all groups"
    }
    #[cfg(not(feature = "work-vacation"))]
    missing! {
        VacationsApi::vacations, [Work],
        "`vacations()` is behind the feature `work-vacation` of `weixin`",
        "in Cargo.toml: `features = [\"work-vacation\"]`, or `work-full` for all groups"
    }
    #[cfg(not(feature = "work-webinar"))]
    missing! {
        WebinarsApi::webinars, [Work],
        "`webinars()` is behind the feature `work-webinar` of `weixin`",
        "in Cargo.toml: `features = [\"work-webinar\"]`, or `work-full` for all groups"
    }
    #[cfg(not(feature = "work-wedrive"))]
    missing! {
        WedriveApi::wedrive, [Work],
        "`wedrive()` is behind the feature `work-wedrive` of `weixin`",
        "in Cargo.toml: `features = [\"work-wedrive\"]`, or `work-full` for all groups"
    }
    #[cfg(not(feature = "work-workbench"))]
    missing! {
        WorkbenchApi::workbench, [Work],
        "`workbench()` is behind the feature `work-workbench` of `weixin`",
        "in Cargo.toml: `features = [\"work-workbench\"]`, or `work-full` for all groups"
    }
}

pub mod open {
    #[cfg(not(feature = "open-authorized-account"))]
    missing! {
        AuthorizedAccountsApi::authorized_accounts, [Component],
        "`authorized_accounts()` is behind the feature `open-authorized-account` of `weixin`",
        "in Cargo.toml: `features = [\"open-authorized-account\"]`, or `open-full` for all groups"
    }
    #[cfg(not(feature = "open-basic-info"))]
    missing! {
        BasicInfoApi::basic_info, [Mini],
        "`basic_info()` is behind the feature `open-basic-info` of `weixin`",
        "in Cargo.toml: `features = [\"open-basic-info\"]`, or `open-full` for all groups"
    }
    #[cfg(not(feature = "open-beta-mini-program"))]
    missing! {
        BetaApi::beta, [Mini],
        "`beta()` is behind the feature `open-beta-mini-program` of `weixin`",
        "in Cargo.toml: `features = [\"open-beta-mini-program\"]`, or `open-full` for all groups"
    }
    #[cfg(not(feature = "open-category"))]
    missing! {
        CategoriesApi::categories, [Mini],
        "`categories()` is behind the feature `open-category` of `weixin`",
        "in Cargo.toml: `features = [\"open-category\"]`, or `open-full` for all groups"
    }
    #[cfg(not(feature = "open-cloud-batch-database"))]
    missing! {
        CloudBatchDatabaseApi::cloud_batch_database, [Component],
        "`cloud_batch_database()` is behind the feature `open-cloud-batch-database` of `weixin`",
        "in Cargo.toml: `features = [\"open-cloud-batch-database\"]`, or `open-full` for all groups"
    }
    #[cfg(not(feature = "open-cloud-batch-function"))]
    missing! {
        CloudBatchFunctionsApi::cloud_batch_functions, [Component],
        "`cloud_batch_functions()` is behind the feature `open-cloud-batch-function` of `weixin`",
        "in Cargo.toml: `features = [\"open-cloud-batch-function\"]`, or `open-full` for all groups"
    }
    #[cfg(not(feature = "open-cloud-batch-storage"))]
    missing! {
        CloudBatchStorageApi::cloud_batch_storage, [Component],
        "`cloud_batch_storage()` is behind the feature `open-cloud-batch-storage` of `weixin`",
        "in Cargo.toml: `features = [\"open-cloud-batch-storage\"]`, or `open-full` for all groups"
    }
    #[cfg(not(feature = "open-cloud-container"))]
    missing! {
        CloudContainersApi::cloud_containers, [Component],
        "`cloud_containers()` is behind the feature `open-cloud-container` of `weixin`",
        "in Cargo.toml: `features = [\"open-cloud-container\"]`, or `open-full` for all groups"
    }
    #[cfg(not(feature = "open-cloud-container-version"))]
    missing! {
        CloudContainerVersionsApi::cloud_container_versions, [Component],
        "`cloud_container_versions()` is behind the feature `open-cloud-container-version` of `weixin`",
        "in Cargo.toml: `features = [\"open-cloud-container-version\"]`, or `open-full` for all groups"
    }
    #[cfg(not(feature = "open-cloud-database"))]
    missing! {
        CloudDatabaseApi::cloud_database, [Mini],
        "`cloud_database()` is behind the feature `open-cloud-database` of `weixin`",
        "in Cargo.toml: `features = [\"open-cloud-database\"]`, or `open-full` for all groups"
    }
    #[cfg(not(feature = "open-cloud-environment"))]
    missing! {
        CloudEnvironmentsApi::cloud_environments, [Component],
        "`cloud_environments()` is behind the feature `open-cloud-environment` of `weixin`",
        "in Cargo.toml: `features = [\"open-cloud-environment\"]`, or `open-full` for all groups"
    }
    #[cfg(not(feature = "open-cloud-function"))]
    missing! {
        CloudFunctionsApi::cloud_functions, [Mini, Component],
        "`cloud_functions()` is behind the feature `open-cloud-function` of `weixin`",
        "in Cargo.toml: `features = [\"open-cloud-function\"]`, or `open-full` for all groups"
    }
    #[cfg(not(feature = "open-cloud-setting"))]
    missing! {
        CloudSettingsApi::cloud_settings, [Mini],
        "`cloud_settings()` is behind the feature `open-cloud-setting` of `weixin`",
        "in Cargo.toml: `features = [\"open-cloud-setting\"]`, or `open-full` for all groups"
    }
    #[cfg(not(feature = "open-cloud-storage"))]
    missing! {
        CloudStorageApi::cloud_storage, [Mini],
        "`cloud_storage()` is behind the feature `open-cloud-storage` of `weixin`",
        "in Cargo.toml: `features = [\"open-cloud-storage\"]`, or `open-full` for all groups"
    }
    #[cfg(not(feature = "open-code-audit"))]
    missing! {
        CodeAuditApi::code_audit, [Mini],
        "`code_audit()` is behind the feature `open-code-audit` of `weixin`",
        "in Cargo.toml: `features = [\"open-code-audit\"]`, or `open-full` for all groups"
    }
    #[cfg(not(feature = "open-code-release"))]
    missing! {
        CodeReleaseApi::code_release, [Mini],
        "`code_release()` is behind the feature `open-code-release` of `weixin`",
        "in Cargo.toml: `features = [\"open-code-release\"]`, or `open-full` for all groups"
    }
    #[cfg(not(feature = "open-code-template"))]
    missing! {
        CodeTemplatesApi::code_templates, [Component],
        "`code_templates()` is behind the feature `open-code-template` of `weixin`",
        "in Cargo.toml: `features = [\"open-code-template\"]`, or `open-full` for all groups"
    }
    #[cfg(not(feature = "open-code-upload"))]
    missing! {
        CodeUploadApi::code_upload, [Mini],
        "`code_upload()` is behind the feature `open-code-upload` of `weixin`",
        "in Cargo.toml: `features = [\"open-code-upload\"]`, or `open-full` for all groups"
    }
    #[cfg(not(feature = "open-domain"))]
    missing! {
        DomainsApi::domains, [Mini],
        "`domains()` is behind the feature `open-domain` of `weixin`",
        "in Cargo.toml: `features = [\"open-domain\"]`, or `open-full` for all groups"
    }
    #[cfg(not(feature = "open-embedded"))]
    missing! {
        EmbeddedApi::embedded, [Mini],
        "`embedded()` is behind the feature `open-embedded` of `weixin`",
        "in Cargo.toml: `features = [\"open-embedded\"]`, or `open-full` for all groups"
    }
    #[cfg(not(feature = "open-icp-filing"))]
    missing! {
        IcpFilingApi::icp_filing, [Mini],
        "`icp_filing()` is behind the feature `open-icp-filing` of `weixin`",
        "in Cargo.toml: `features = [\"open-icp-filing\"]`, or `open-full` for all groups"
    }
    #[cfg(not(feature = "open-icp-type"))]
    missing! {
        IcpTypesApi::icp_types, [Mini],
        "`icp_types()` is behind the feature `open-icp-type` of `weixin`",
        "in Cargo.toml: `features = [\"open-icp-type\"]`, or `open-full` for all groups"
    }
    #[cfg(not(feature = "open-linked-mini-program"))]
    missing! {
        LinkedMiniProgramsApi::linked_mini_programs, [Official],
        "`linked_mini_programs()` is behind the feature `open-linked-mini-program` of `weixin`",
        "in Cargo.toml: `features = [\"open-linked-mini-program\"]`, or `open-full` for all groups"
    }
    #[cfg(not(feature = "open-oauth"))]
    missing! {
        ComponentOauthApi::component_oauth, [Component],
        "`component_oauth()` is behind the feature `open-oauth` of `weixin`",
        "in Cargo.toml: `features = [\"open-oauth\"]`, or `open-full` for all groups"
    }
    #[cfg(not(feature = "open-open-account"))]
    missing! {
        OpenAccountApi::open_account, [Official, Mini],
        "`open_account()` is behind the feature `open-open-account` of `weixin`",
        "in Cargo.toml: `features = [\"open-open-account\"]`, or `open-full` for all groups"
    }
    #[cfg(not(feature = "open-platform-setting"))]
    missing! {
        PlatformSettingsApi::platform_settings, [Component],
        "`platform_settings()` is behind the feature `open-platform-setting` of `weixin`",
        "in Cargo.toml: `features = [\"open-platform-setting\"]`, or `open-full` for all groups"
    }
    #[cfg(not(feature = "open-privacy"))]
    missing! {
        PrivacyApi::privacy, [Mini],
        "`privacy()` is behind the feature `open-privacy` of `weixin`",
        "in Cargo.toml: `features = [\"open-privacy\"]`, or `open-full` for all groups"
    }
    #[cfg(not(feature = "open-registration"))]
    missing! {
        RegistrationApi::registration, [Component],
        "`registration()` is behind the feature `open-registration` of `weixin`",
        "in Cargo.toml: `features = [\"open-registration\"]`, or `open-full` for all groups"
    }
    #[cfg(not(feature = "open-service-permission"))]
    missing! {
        ServicePermissionsApi::service_permissions, [Mini],
        "`service_permissions()` is behind the feature `open-service-permission` of `weixin`",
        "in Cargo.toml: `features = [\"open-service-permission\"]`, or `open-full` for all groups"
    }
    #[cfg(not(feature = "open-subscribe-component"))]
    missing! {
        SubscribeComponentApi::subscribe_component, [Mini],
        "`subscribe_component()` is behind the feature `open-subscribe-component` of `weixin`",
        "in Cargo.toml: `features = [\"open-subscribe-component\"]`, or `open-full` for all groups"
    }
    #[cfg(not(feature = "open-tester"))]
    missing! {
        TestersApi::testers, [Mini],
        "`testers()` is behind the feature `open-tester` of `weixin`",
        "in Cargo.toml: `features = [\"open-tester\"]`, or `open-full` for all groups"
    }
    #[cfg(not(feature = "open-verification"))]
    missing! {
        VerificationApi::verification, [Mini],
        "`verification()` is behind the feature `open-verification` of `weixin`",
        "in Cargo.toml: `features = [\"open-verification\"]`, or `open-full` for all groups"
    }
    #[cfg(not(feature = "open-verification-and-filing"))]
    missing! {
        VerificationAndFilingApi::verification_and_filing, [Mini],
        "`verification_and_filing()` is behind the feature `open-verification-and-filing` of `weixin`",
        "in Cargo.toml: `features = [\"open-verification-and-filing\"]`, or `open-full` for all groups"
    }
    #[cfg(not(feature = "open-violation"))]
    missing! {
        ViolationsApi::violations, [Mini],
        "`violations()` is behind the feature `open-violation` of `weixin`",
        "in Cargo.toml: `features = [\"open-violation\"]`, or `open-full` for all groups"
    }
}

/// For clients of an account whose kind is only known at run time.
pub mod any {
    missing! {
        AgentsApi::agents, [Any],
        "`agents()` needs to know what kind of account this is",
        "narrow the client first, with `.work()`, or take a `Client<Official>`, `Client<Mini>` or `Client<Work>`"
    }
    missing! {
        AiBotApi::ai_bot, [Any],
        "`ai_bot()` needs to know what kind of account this is",
        "narrow the client first, with `.work()`, or take a `Client<Official>`, `Client<Mini>` or `Client<Work>`"
    }
    missing! {
        AnalyticsApi::analytics, [Any],
        "`analytics()` needs to know what kind of account this is",
        "narrow the client first, with `.mini()` or `.official()`, or take a `Client<Official>`, `Client<Mini>` or `Client<Work>`"
    }
    missing! {
        AppChatsApi::app_chats, [Any],
        "`app_chats()` needs to know what kind of account this is",
        "narrow the client first, with `.work()`, or take a `Client<Official>`, `Client<Mini>` or `Client<Work>`"
    }
    missing! {
        ApprovalsApi::approvals, [Any],
        "`approvals()` needs to know what kind of account this is",
        "narrow the client first, with `.work()`, or take a `Client<Official>`, `Client<Mini>` or `Client<Work>`"
    }
    missing! {
        ArticleAnalyticsApi::article_analytics, [Any],
        "`article_analytics()` needs to know what kind of account this is",
        "narrow the client first, with `.official()`, or take a `Client<Official>`, `Client<Mini>` or `Client<Work>`"
    }
    missing! {
        BasicInfoApi::basic_info, [Any],
        "`basic_info()` needs to know what kind of account this is",
        "narrow the client first, with `.mini()`, or take a `Client<Official>`, `Client<Mini>` or `Client<Work>`"
    }
    missing! {
        BatchesApi::batches, [Any],
        "`batches()` needs to know what kind of account this is",
        "narrow the client first, with `.work()`, or take a `Client<Official>`, `Client<Mini>` or `Client<Work>`"
    }
    missing! {
        BetaApi::beta, [Any],
        "`beta()` needs to know what kind of account this is",
        "narrow the client first, with `.mini()`, or take a `Client<Official>`, `Client<Mini>` or `Client<Work>`"
    }
    missing! {
        BlacklistApi::blacklist, [Any],
        "`blacklist()` needs to know what kind of account this is",
        "narrow the client first, with `.official()`, or take a `Client<Official>`, `Client<Mini>` or `Client<Work>`"
    }
    missing! {
        CalendarsApi::calendars, [Any],
        "`calendars()` needs to know what kind of account this is",
        "narrow the client first, with `.work()`, or take a `Client<Official>`, `Client<Mini>` or `Client<Work>`"
    }
    missing! {
        CardMerchantsApi::card_merchants, [Any],
        "`card_merchants()` needs to know what kind of account this is",
        "narrow the client first, with `.official()`, or take a `Client<Official>`, `Client<Mini>` or `Client<Work>`"
    }
    missing! {
        CardsApi::cards, [Any],
        "`cards()` needs to know what kind of account this is",
        "narrow the client first, with `.official()`, or take a `Client<Official>`, `Client<Mini>` or `Client<Work>`"
    }
    missing! {
        CategoriesApi::categories, [Any],
        "`categories()` needs to know what kind of account this is",
        "narrow the client first, with `.mini()`, or take a `Client<Official>`, `Client<Mini>` or `Client<Work>`"
    }
    missing! {
        CheckinsApi::checkins, [Any],
        "`checkins()` needs to know what kind of account this is",
        "narrow the client first, with `.work()`, or take a `Client<Official>`, `Client<Mini>` or `Client<Work>`"
    }
    missing! {
        CloudDatabaseApi::cloud_database, [Any],
        "`cloud_database()` needs to know what kind of account this is",
        "narrow the client first, with `.mini()`, or take a `Client<Official>`, `Client<Mini>` or `Client<Work>`"
    }
    missing! {
        CloudFunctionsApi::cloud_functions, [Any],
        "`cloud_functions()` needs to know what kind of account this is",
        "narrow the client first, with `.mini()`, or take a `Client<Official>`, `Client<Mini>` or `Client<Work>`"
    }
    missing! {
        CloudSettingsApi::cloud_settings, [Any],
        "`cloud_settings()` needs to know what kind of account this is",
        "narrow the client first, with `.mini()`, or take a `Client<Official>`, `Client<Mini>` or `Client<Work>`"
    }
    missing! {
        CloudSmsApi::cloud_sms, [Any],
        "`cloud_sms()` needs to know what kind of account this is",
        "narrow the client first, with `.mini()`, or take a `Client<Official>`, `Client<Mini>` or `Client<Work>`"
    }
    missing! {
        CloudStorageApi::cloud_storage, [Any],
        "`cloud_storage()` needs to know what kind of account this is",
        "narrow the client first, with `.mini()`, or take a `Client<Official>`, `Client<Mini>` or `Client<Work>`"
    }
    missing! {
        CodeAuditApi::code_audit, [Any],
        "`code_audit()` needs to know what kind of account this is",
        "narrow the client first, with `.mini()`, or take a `Client<Official>`, `Client<Mini>` or `Client<Work>`"
    }
    missing! {
        CodeReleaseApi::code_release, [Any],
        "`code_release()` needs to know what kind of account this is",
        "narrow the client first, with `.mini()`, or take a `Client<Official>`, `Client<Mini>` or `Client<Work>`"
    }
    missing! {
        CodeUploadApi::code_upload, [Any],
        "`code_upload()` needs to know what kind of account this is",
        "narrow the client first, with `.mini()`, or take a `Client<Official>`, `Client<Mini>` or `Client<Work>`"
    }
    missing! {
        CodesApi::codes, [Any],
        "`codes()` needs to know what kind of account this is",
        "narrow the client first, with `.mini()`, or take a `Client<Official>`, `Client<Mini>` or `Client<Work>`"
    }
    missing! {
        CommentsApi::comments, [Any],
        "`comments()` needs to know what kind of account this is",
        "narrow the client first, with `.official()`, or take a `Client<Official>`, `Client<Mini>` or `Client<Work>`"
    }
    missing! {
        ConsoleApi::console, [Any],
        "`console()` needs to know what kind of account this is",
        "narrow the client first, with `.official()`, or take a `Client<Official>`, `Client<Mini>` or `Client<Work>`"
    }
    missing! {
        ContactWaysApi::contact_ways, [Any],
        "`contact_ways()` needs to know what kind of account this is",
        "narrow the client first, with `.work()`, or take a `Client<Official>`, `Client<Mini>` or `Client<Work>`"
    }
    missing! {
        ContentSecurityApi::content_security, [Any],
        "`content_security()` needs to know what kind of account this is",
        "narrow the client first, with `.mini()`, or take a `Client<Official>`, `Client<Mini>` or `Client<Work>`"
    }
    missing! {
        CorpChatsApi::corp_chats, [Any],
        "`corp_chats()` needs to know what kind of account this is",
        "narrow the client first, with `.work()`, or take a `Client<Official>`, `Client<Mini>` or `Client<Work>`"
    }
    missing! {
        CorpGroupsApi::corp_groups, [Any],
        "`corp_groups()` needs to know what kind of account this is",
        "narrow the client first, with `.work()`, or take a `Client<Official>`, `Client<Mini>` or `Client<Work>`"
    }
    missing! {
        CustomMessagesApi::custom_messages, [Any],
        "`custom_messages()` needs to know what kind of account this is",
        "narrow the client first, with `.mini()` or `.official()`, or take a `Client<Official>`, `Client<Mini>` or `Client<Work>`"
    }
    missing! {
        CustomerAcquisitionApi::customer_acquisition, [Any],
        "`customer_acquisition()` needs to know what kind of account this is",
        "narrow the client first, with `.work()`, or take a `Client<Official>`, `Client<Mini>` or `Client<Work>`"
    }
    missing! {
        CustomerMessagesApi::customer_messages, [Any],
        "`customer_messages()` needs to know what kind of account this is",
        "narrow the client first, with `.work()`, or take a `Client<Official>`, `Client<Mini>` or `Client<Work>`"
    }
    missing! {
        CustomerServiceApi::customer_service, [Any],
        "`customer_service()` needs to know what kind of account this is",
        "narrow the client first, with `.official()` or `.work()`, or take a `Client<Official>`, `Client<Mini>` or `Client<Work>`"
    }
    missing! {
        CustomerStatisticsApi::customer_statistics, [Any],
        "`customer_statistics()` needs to know what kind of account this is",
        "narrow the client first, with `.work()`, or take a `Client<Official>`, `Client<Mini>` or `Client<Work>`"
    }
    missing! {
        CustomerStrategiesApi::customer_strategies, [Any],
        "`customer_strategies()` needs to know what kind of account this is",
        "narrow the client first, with `.work()`, or take a `Client<Official>`, `Client<Mini>` or `Client<Work>`"
    }
    missing! {
        CustomerTagsApi::customer_tags, [Any],
        "`customer_tags()` needs to know what kind of account this is",
        "narrow the client first, with `.work()`, or take a `Client<Official>`, `Client<Mini>` or `Client<Work>`"
    }
    missing! {
        CustomerTransfersApi::customer_transfers, [Any],
        "`customer_transfers()` needs to know what kind of account this is",
        "narrow the client first, with `.work()`, or take a `Client<Official>`, `Client<Mini>` or `Client<Work>`"
    }
    missing! {
        CustomersApi::customers, [Any],
        "`customers()` needs to know what kind of account this is",
        "narrow the client first, with `.work()`, or take a `Client<Official>`, `Client<Mini>` or `Client<Work>`"
    }
    missing! {
        DepartmentsApi::departments, [Any],
        "`departments()` needs to know what kind of account this is",
        "narrow the client first, with `.work()`, or take a `Client<Official>`, `Client<Mini>` or `Client<Work>`"
    }
    missing! {
        DevicesApi::devices, [Any],
        "`devices()` needs to know what kind of account this is",
        "narrow the client first, with `.official()`, or take a `Client<Official>`, `Client<Mini>` or `Client<Work>`"
    }
    missing! {
        DocumentsApi::documents, [Any],
        "`documents()` needs to know what kind of account this is",
        "narrow the client first, with `.work()`, or take a `Client<Official>`, `Client<Mini>` or `Client<Work>`"
    }
    missing! {
        DomainsApi::domains, [Any],
        "`domains()` needs to know what kind of account this is",
        "narrow the client first, with `.mini()`, or take a `Client<Official>`, `Client<Mini>` or `Client<Work>`"
    }
    missing! {
        DraftsApi::drafts, [Any],
        "`drafts()` needs to know what kind of account this is",
        "narrow the client first, with `.official()`, or take a `Client<Official>`, `Client<Mini>` or `Client<Work>`"
    }
    missing! {
        EmbeddedApi::embedded, [Any],
        "`embedded()` needs to know what kind of account this is",
        "narrow the client first, with `.mini()`, or take a `Client<Official>`, `Client<Mini>` or `Client<Work>`"
    }
    missing! {
        ExportsApi::exports, [Any],
        "`exports()` needs to know what kind of account this is",
        "narrow the client first, with `.work()`, or take a `Client<Official>`, `Client<Mini>` or `Client<Work>`"
    }
    missing! {
        FollowerGroupsApi::follower_groups, [Any],
        "`follower_groups()` needs to know what kind of account this is",
        "narrow the client first, with `.official()`, or take a `Client<Official>`, `Client<Mini>` or `Client<Work>`"
    }
    missing! {
        FormMessagesApi::form_messages, [Any],
        "`form_messages()` needs to know what kind of account this is",
        "narrow the client first, with `.mini()`, or take a `Client<Official>`, `Client<Mini>` or `Client<Work>`"
    }
    missing! {
        FormsApi::forms, [Any],
        "`forms()` needs to know what kind of account this is",
        "narrow the client first, with `.work()`, or take a `Client<Official>`, `Client<Mini>` or `Client<Work>`"
    }
    missing! {
        GiftCardsApi::gift_cards, [Any],
        "`gift_cards()` needs to know what kind of account this is",
        "narrow the client first, with `.official()`, or take a `Client<Official>`, `Client<Mini>` or `Client<Work>`"
    }
    missing! {
        GroupChatsApi::group_chats, [Any],
        "`group_chats()` needs to know what kind of account this is",
        "narrow the client first, with `.work()`, or take a `Client<Official>`, `Client<Mini>` or `Client<Work>`"
    }
    missing! {
        GuidesApi::guides, [Any],
        "`guides()` needs to know what kind of account this is",
        "narrow the client first, with `.official()`, or take a `Client<Official>`, `Client<Mini>` or `Client<Work>`"
    }
    missing! {
        HardwareDevicesApi::hardware_devices, [Any],
        "`hardware_devices()` needs to know what kind of account this is",
        "narrow the client first, with `.mini()`, or take a `Client<Official>`, `Client<Mini>` or `Client<Work>`"
    }
    missing! {
        HealthReportsApi::health_reports, [Any],
        "`health_reports()` needs to know what kind of account this is",
        "narrow the client first, with `.work()`, or take a `Client<Official>`, `Client<Mini>` or `Client<Work>`"
    }
    missing! {
        IcpFilingApi::icp_filing, [Any],
        "`icp_filing()` needs to know what kind of account this is",
        "narrow the client first, with `.mini()`, or take a `Client<Official>`, `Client<Mini>` or `Client<Work>`"
    }
    missing! {
        IcpTypesApi::icp_types, [Any],
        "`icp_types()` needs to know what kind of account this is",
        "narrow the client first, with `.mini()`, or take a `Client<Official>`, `Client<Mini>` or `Client<Work>`"
    }
    missing! {
        IdConversionsApi::id_conversions, [Any],
        "`id_conversions()` needs to know what kind of account this is",
        "narrow the client first, with `.work()`, or take a `Client<Official>`, `Client<Mini>` or `Client<Work>`"
    }
    missing! {
        ImagesApi::images, [Any],
        "`images()` needs to know what kind of account this is",
        "narrow the client first, with `.mini()` or `.official()`, or take a `Client<Official>`, `Client<Mini>` or `Client<Work>`"
    }
    missing! {
        InstantDeliveryApi::instant_delivery, [Any],
        "`instant_delivery()` needs to know what kind of account this is",
        "narrow the client first, with `.mini()`, or take a `Client<Official>`, `Client<Mini>` or `Client<Work>`"
    }
    missing! {
        InterceptRulesApi::intercept_rules, [Any],
        "`intercept_rules()` needs to know what kind of account this is",
        "narrow the client first, with `.work()`, or take a `Client<Official>`, `Client<Mini>` or `Client<Work>`"
    }
    missing! {
        IntracityApi::intracity, [Any],
        "`intracity()` needs to know what kind of account this is",
        "narrow the client first, with `.mini()`, or take a `Client<Official>`, `Client<Mini>` or `Client<Work>`"
    }
    missing! {
        InvoicesApi::invoices, [Any],
        "`invoices()` needs to know what kind of account this is",
        "narrow the client first, with `.official()` or `.work()`, or take a `Client<Official>`, `Client<Mini>` or `Client<Work>`"
    }
    missing! {
        JournalsApi::journals, [Any],
        "`journals()` needs to know what kind of account this is",
        "narrow the client first, with `.work()`, or take a `Client<Official>`, `Client<Mini>` or `Client<Work>`"
    }
    missing! {
        JsSdkApi::js_sdk, [Any],
        "`js_sdk()` needs to know what kind of account this is",
        "narrow the client first, with `.official()` or `.work()`, or take a `Client<Official>`, `Client<Mini>` or `Client<Work>`"
    }
    missing! {
        LinkedCorpsApi::linked_corps, [Any],
        "`linked_corps()` needs to know what kind of account this is",
        "narrow the client first, with `.work()`, or take a `Client<Official>`, `Client<Mini>` or `Client<Work>`"
    }
    missing! {
        LinkedMiniProgramsApi::linked_mini_programs, [Any],
        "`linked_mini_programs()` needs to know what kind of account this is",
        "narrow the client first, with `.official()`, or take a `Client<Official>`, `Client<Mini>` or `Client<Work>`"
    }
    missing! {
        LinksApi::links, [Any],
        "`links()` needs to know what kind of account this is",
        "narrow the client first, with `.mini()`, or take a `Client<Official>`, `Client<Mini>` or `Client<Work>`"
    }
    missing! {
        LiveApi::live, [Any],
        "`live()` needs to know what kind of account this is",
        "narrow the client first, with `.mini()`, or take a `Client<Official>`, `Client<Mini>` or `Client<Work>`"
    }
    missing! {
        LivingsApi::livings, [Any],
        "`livings()` needs to know what kind of account this is",
        "narrow the client first, with `.work()`, or take a `Client<Official>`, `Client<Mini>` or `Client<Work>`"
    }
    missing! {
        LoginApi::login, [Any],
        "`login()` needs to know what kind of account this is",
        "narrow the client first, with `.mini()`, or take a `Client<Official>`, `Client<Mini>` or `Client<Work>`"
    }
    missing! {
        LogisticsApi::logistics, [Any],
        "`logistics()` needs to know what kind of account this is",
        "narrow the client first, with `.mini()`, or take a `Client<Official>`, `Client<Mini>` or `Client<Work>`"
    }
    missing! {
        MailApi::mail, [Any],
        "`mail()` needs to know what kind of account this is",
        "narrow the client first, with `.work()`, or take a `Client<Official>`, `Client<Mini>` or `Client<Work>`"
    }
    missing! {
        MarketingApi::marketing, [Any],
        "`marketing()` needs to know what kind of account this is",
        "narrow the client first, with `.mini()` or `.official()`, or take a `Client<Official>`, `Client<Mini>` or `Client<Work>`"
    }
    missing! {
        MassMessagesApi::mass_messages, [Any],
        "`mass_messages()` needs to know what kind of account this is",
        "narrow the client first, with `.official()`, or take a `Client<Official>`, `Client<Mini>` or `Client<Work>`"
    }
    missing! {
        MaterialsApi::materials, [Any],
        "`materials()` needs to know what kind of account this is",
        "narrow the client first, with `.official()` or `.work()`, or take a `Client<Official>`, `Client<Mini>` or `Client<Work>`"
    }
    missing! {
        MediaApi::media, [Any],
        "`media()` needs to know what kind of account this is",
        "narrow the client first, with `.mini()` or `.official()` or `.work()`, or take a `Client<Official>`, `Client<Mini>` or `Client<Work>`"
    }
    missing! {
        MeetingRoomsApi::meeting_rooms, [Any],
        "`meeting_rooms()` needs to know what kind of account this is",
        "narrow the client first, with `.work()`, or take a `Client<Official>`, `Client<Mini>` or `Client<Work>`"
    }
    missing! {
        MeetingsApi::meetings, [Any],
        "`meetings()` needs to know what kind of account this is",
        "narrow the client first, with `.work()`, or take a `Client<Official>`, `Client<Mini>` or `Client<Work>`"
    }
    missing! {
        MemberCardsApi::member_cards, [Any],
        "`member_cards()` needs to know what kind of account this is",
        "narrow the client first, with `.official()`, or take a `Client<Official>`, `Client<Mini>` or `Client<Work>`"
    }
    missing! {
        MenuApi::menu, [Any],
        "`menu()` needs to know what kind of account this is",
        "narrow the client first, with `.official()` or `.work()`, or take a `Client<Official>`, `Client<Mini>` or `Client<Work>`"
    }
    missing! {
        MerchantApi::merchant, [Any],
        "`merchant()` needs to know what kind of account this is",
        "narrow the client first, with `.official()`, or take a `Client<Official>`, `Client<Mini>` or `Client<Work>`"
    }
    missing! {
        MessageAuditApi::message_audit, [Any],
        "`message_audit()` needs to know what kind of account this is",
        "narrow the client first, with `.work()`, or take a `Client<Official>`, `Client<Mini>` or `Client<Work>`"
    }
    missing! {
        MessagesApi::messages, [Any],
        "`messages()` needs to know what kind of account this is",
        "narrow the client first, with `.work()`, or take a `Client<Official>`, `Client<Mini>` or `Client<Work>`"
    }
    missing! {
        MiniProgramApi::mini_program, [Any],
        "`mini_program()` needs to know what kind of account this is",
        "narrow the client first, with `.work()`, or take a `Client<Official>`, `Client<Mini>` or `Client<Work>`"
    }
    missing! {
        MomentsApi::moments, [Any],
        "`moments()` needs to know what kind of account this is",
        "narrow the client first, with `.work()`, or take a `Client<Official>`, `Client<Mini>` or `Client<Work>`"
    }
    missing! {
        NetworkApi::network, [Any],
        "`network()` needs to know what kind of account this is",
        "narrow the client first, with `.mini()` or `.official()` or `.work()`, or take a `Client<Official>`, `Client<Mini>` or `Client<Work>`"
    }
    missing! {
        OauthApi::oauth, [Any],
        "`oauth()` needs to know what kind of account this is",
        "narrow the client first, with `.official()` or `.work()`, or take a `Client<Official>`, `Client<Mini>` or `Client<Work>`"
    }
    missing! {
        OcrApi::ocr, [Any],
        "`ocr()` needs to know what kind of account this is",
        "narrow the client first, with `.mini()` or `.official()`, or take a `Client<Official>`, `Client<Mini>` or `Client<Work>`"
    }
    missing! {
        OpenAccountApi::open_account, [Any],
        "`open_account()` needs to know what kind of account this is",
        "narrow the client first, with `.mini()` or `.official()`, or take a `Client<Official>`, `Client<Mini>` or `Client<Work>`"
    }
    missing! {
        OpenApprovalsApi::open_approvals, [Any],
        "`open_approvals()` needs to know what kind of account this is",
        "narrow the client first, with `.work()`, or take a `Client<Official>`, `Client<Mini>` or `Client<Work>`"
    }
    missing! {
        PhoneCallsApi::phone_calls, [Any],
        "`phone_calls()` needs to know what kind of account this is",
        "narrow the client first, with `.work()`, or take a `Client<Official>`, `Client<Mini>` or `Client<Work>`"
    }
    missing! {
        PluginsApi::plugins, [Any],
        "`plugins()` needs to know what kind of account this is",
        "narrow the client first, with `.mini()`, or take a `Client<Official>`, `Client<Mini>` or `Client<Work>`"
    }
    missing! {
        PrivacyApi::privacy, [Any],
        "`privacy()` needs to know what kind of account this is",
        "narrow the client first, with `.mini()`, or take a `Client<Official>`, `Client<Mini>` or `Client<Work>`"
    }
    missing! {
        ProductAlbumsApi::product_albums, [Any],
        "`product_albums()` needs to know what kind of account this is",
        "narrow the client first, with `.work()`, or take a `Client<Official>`, `Client<Mini>` or `Client<Work>`"
    }
    missing! {
        PromotersApi::promoters, [Any],
        "`promoters()` needs to know what kind of account this is",
        "narrow the client first, with `.mini()`, or take a `Client<Official>`, `Client<Mini>` or `Client<Work>`"
    }
    missing! {
        PublicationsApi::publications, [Any],
        "`publications()` needs to know what kind of account this is",
        "narrow the client first, with `.official()`, or take a `Client<Official>`, `Client<Mini>` or `Client<Work>`"
    }
    missing! {
        QrcodeJumpsApi::qrcode_jumps, [Any],
        "`qrcode_jumps()` needs to know what kind of account this is",
        "narrow the client first, with `.mini()` or `.official()`, or take a `Client<Official>`, `Client<Mini>` or `Client<Work>`"
    }
    missing! {
        QrcodesApi::qrcodes, [Any],
        "`qrcodes()` needs to know what kind of account this is",
        "narrow the client first, with `.official()`, or take a `Client<Official>`, `Client<Mini>` or `Client<Work>`"
    }
    missing! {
        QuotaApi::quota, [Any],
        "`quota()` needs to know what kind of account this is",
        "narrow the client first, with `.mini()` or `.official()`, or take a `Client<Official>`, `Client<Mini>` or `Client<Work>`"
    }
    missing! {
        ScanProductsApi::scan_products, [Any],
        "`scan_products()` needs to know what kind of account this is",
        "narrow the client first, with `.official()`, or take a `Client<Official>`, `Client<Mini>` or `Client<Work>`"
    }
    missing! {
        SchedulesApi::schedules, [Any],
        "`schedules()` needs to know what kind of account this is",
        "narrow the client first, with `.work()`, or take a `Client<Official>`, `Client<Mini>` or `Client<Work>`"
    }
    missing! {
        SchoolApi::school, [Any],
        "`school()` needs to know what kind of account this is",
        "narrow the client first, with `.work()`, or take a `Client<Official>`, `Client<Mini>` or `Client<Work>`"
    }
    missing! {
        SchoolAppsApi::school_apps, [Any],
        "`school_apps()` needs to know what kind of account this is",
        "narrow the client first, with `.work()`, or take a `Client<Official>`, `Client<Mini>` or `Client<Work>`"
    }
    missing! {
        SchoolNoticesApi::school_notices, [Any],
        "`school_notices()` needs to know what kind of account this is",
        "narrow the client first, with `.work()`, or take a `Client<Official>`, `Client<Mini>` or `Client<Work>`"
    }
    missing! {
        SemanticApi::semantic, [Any],
        "`semantic()` needs to know what kind of account this is",
        "narrow the client first, with `.official()`, or take a `Client<Official>`, `Client<Mini>` or `Client<Work>`"
    }
    missing! {
        ServicePermissionsApi::service_permissions, [Any],
        "`service_permissions()` needs to know what kind of account this is",
        "narrow the client first, with `.mini()`, or take a `Client<Official>`, `Client<Mini>` or `Client<Work>`"
    }
    missing! {
        ShakeAroundApi::shake_around, [Any],
        "`shake_around()` needs to know what kind of account this is",
        "narrow the client first, with `.official()`, or take a `Client<Official>`, `Client<Mini>` or `Client<Work>`"
    }
    missing! {
        ShippingApi::shipping, [Any],
        "`shipping()` needs to know what kind of account this is",
        "narrow the client first, with `.mini()`, or take a `Client<Official>`, `Client<Mini>` or `Client<Work>`"
    }
    missing! {
        ShoppingOrdersApi::shopping_orders, [Any],
        "`shopping_orders()` needs to know what kind of account this is",
        "narrow the client first, with `.mini()`, or take a `Client<Official>`, `Client<Mini>` or `Client<Work>`"
    }
    missing! {
        ShortKeysApi::short_keys, [Any],
        "`short_keys()` needs to know what kind of account this is",
        "narrow the client first, with `.official()`, or take a `Client<Official>`, `Client<Mini>` or `Client<Work>`"
    }
    missing! {
        SmartSheetsApi::smart_sheets, [Any],
        "`smart_sheets()` needs to know what kind of account this is",
        "narrow the client first, with `.work()`, or take a `Client<Official>`, `Client<Mini>` or `Client<Work>`"
    }
    missing! {
        StoreMiniProgramApi::store_mini_program, [Any],
        "`store_mini_program()` needs to know what kind of account this is",
        "narrow the client first, with `.official()`, or take a `Client<Official>`, `Client<Mini>` or `Client<Work>`"
    }
    missing! {
        StoresApi::stores, [Any],
        "`stores()` needs to know what kind of account this is",
        "narrow the client first, with `.official()`, or take a `Client<Official>`, `Client<Mini>` or `Client<Work>`"
    }
    missing! {
        SubscribeComponentApi::subscribe_component, [Any],
        "`subscribe_component()` needs to know what kind of account this is",
        "narrow the client first, with `.mini()`, or take a `Client<Official>`, `Client<Mini>` or `Client<Work>`"
    }
    missing! {
        SubscriptionMessagesApi::subscription_messages, [Any],
        "`subscription_messages()` needs to know what kind of account this is",
        "narrow the client first, with `.mini()`, or take a `Client<Official>`, `Client<Mini>` or `Client<Work>`"
    }
    missing! {
        SubscriptionNoticesApi::subscription_notices, [Any],
        "`subscription_notices()` needs to know what kind of account this is",
        "narrow the client first, with `.official()`, or take a `Client<Official>`, `Client<Mini>` or `Client<Work>`"
    }
    missing! {
        SubscriptionsApi::subscriptions, [Any],
        "`subscriptions()` needs to know what kind of account this is",
        "narrow the client first, with `.mini()` or `.official()`, or take a `Client<Official>`, `Client<Mini>` or `Client<Work>`"
    }
    missing! {
        TagsApi::tags, [Any],
        "`tags()` needs to know what kind of account this is",
        "narrow the client first, with `.official()` or `.work()`, or take a `Client<Official>`, `Client<Mini>` or `Client<Work>`"
    }
    missing! {
        TemplateMessagesApi::template_messages, [Any],
        "`template_messages()` needs to know what kind of account this is",
        "narrow the client first, with `.official()`, or take a `Client<Official>`, `Client<Mini>` or `Client<Work>`"
    }
    missing! {
        TestersApi::testers, [Any],
        "`testers()` needs to know what kind of account this is",
        "narrow the client first, with `.mini()`, or take a `Client<Official>`, `Client<Mini>` or `Client<Work>`"
    }
    missing! {
        UpdatableMessagesApi::updatable_messages, [Any],
        "`updatable_messages()` needs to know what kind of account this is",
        "narrow the client first, with `.mini()`, or take a `Client<Official>`, `Client<Mini>` or `Client<Work>`"
    }
    missing! {
        UserInfoApi::user_info, [Any],
        "`user_info()` needs to know what kind of account this is",
        "narrow the client first, with `.mini()`, or take a `Client<Official>`, `Client<Mini>` or `Client<Work>`"
    }
    missing! {
        UserStorageApi::user_storage, [Any],
        "`user_storage()` needs to know what kind of account this is",
        "narrow the client first, with `.mini()`, or take a `Client<Official>`, `Client<Mini>` or `Client<Work>`"
    }
    missing! {
        UsersApi::users, [Any],
        "`users()` needs to know what kind of account this is",
        "narrow the client first, with `.official()` or `.work()`, or take a `Client<Official>`, `Client<Mini>` or `Client<Work>`"
    }
    missing! {
        VacationsApi::vacations, [Any],
        "`vacations()` needs to know what kind of account this is",
        "narrow the client first, with `.work()`, or take a `Client<Official>`, `Client<Mini>` or `Client<Work>`"
    }
    missing! {
        VerificationApi::verification, [Any],
        "`verification()` needs to know what kind of account this is",
        "narrow the client first, with `.mini()`, or take a `Client<Official>`, `Client<Mini>` or `Client<Work>`"
    }
    missing! {
        VerificationAndFilingApi::verification_and_filing, [Any],
        "`verification_and_filing()` needs to know what kind of account this is",
        "narrow the client first, with `.mini()`, or take a `Client<Official>`, `Client<Mini>` or `Client<Work>`"
    }
    missing! {
        ViolationsApi::violations, [Any],
        "`violations()` needs to know what kind of account this is",
        "narrow the client first, with `.mini()`, or take a `Client<Official>`, `Client<Mini>` or `Client<Work>`"
    }
    missing! {
        VirtualPaymentApi::virtual_payment, [Any],
        "`virtual_payment()` needs to know what kind of account this is",
        "narrow the client first, with `.mini()`, or take a `Client<Official>`, `Client<Mini>` or `Client<Work>`"
    }
    missing! {
        VodApi::vod, [Any],
        "`vod()` needs to know what kind of account this is",
        "narrow the client first, with `.mini()`, or take a `Client<Official>`, `Client<Mini>` or `Client<Work>`"
    }
    missing! {
        VoiceRecognitionApi::voice_recognition, [Any],
        "`voice_recognition()` needs to know what kind of account this is",
        "narrow the client first, with `.mini()` or `.official()`, or take a `Client<Official>`, `Client<Mini>` or `Client<Work>`"
    }
    missing! {
        WaybillsApi::waybills, [Any],
        "`waybills()` needs to know what kind of account this is",
        "narrow the client first, with `.mini()`, or take a `Client<Official>`, `Client<Mini>` or `Client<Work>`"
    }
    missing! {
        WebinarsApi::webinars, [Any],
        "`webinars()` needs to know what kind of account this is",
        "narrow the client first, with `.work()`, or take a `Client<Official>`, `Client<Mini>` or `Client<Work>`"
    }
    missing! {
        WedriveApi::wedrive, [Any],
        "`wedrive()` needs to know what kind of account this is",
        "narrow the client first, with `.work()`, or take a `Client<Official>`, `Client<Mini>` or `Client<Work>`"
    }
    missing! {
        WifiApi::wifi, [Any],
        "`wifi()` needs to know what kind of account this is",
        "narrow the client first, with `.official()`, or take a `Client<Official>`, `Client<Mini>` or `Client<Work>`"
    }
    missing! {
        WorkbenchApi::workbench, [Any],
        "`workbench()` needs to know what kind of account this is",
        "narrow the client first, with `.work()`, or take a `Client<Official>`, `Client<Mini>` or `Client<Work>`"
    }
}

pub mod unnarrowed {
    pub use super::any::AgentsApi as _;
    pub use super::any::AiBotApi as _;
    pub use super::any::AnalyticsApi as _;
    pub use super::any::AppChatsApi as _;
    pub use super::any::ApprovalsApi as _;
    pub use super::any::ArticleAnalyticsApi as _;
    pub use super::any::BasicInfoApi as _;
    pub use super::any::BatchesApi as _;
    pub use super::any::BetaApi as _;
    pub use super::any::BlacklistApi as _;
    pub use super::any::CalendarsApi as _;
    pub use super::any::CardMerchantsApi as _;
    pub use super::any::CardsApi as _;
    pub use super::any::CategoriesApi as _;
    pub use super::any::CheckinsApi as _;
    pub use super::any::CloudDatabaseApi as _;
    pub use super::any::CloudFunctionsApi as _;
    pub use super::any::CloudSettingsApi as _;
    pub use super::any::CloudSmsApi as _;
    pub use super::any::CloudStorageApi as _;
    pub use super::any::CodeAuditApi as _;
    pub use super::any::CodeReleaseApi as _;
    pub use super::any::CodeUploadApi as _;
    pub use super::any::CodesApi as _;
    pub use super::any::CommentsApi as _;
    pub use super::any::ConsoleApi as _;
    pub use super::any::ContactWaysApi as _;
    pub use super::any::ContentSecurityApi as _;
    pub use super::any::CorpChatsApi as _;
    pub use super::any::CorpGroupsApi as _;
    pub use super::any::CustomMessagesApi as _;
    pub use super::any::CustomerAcquisitionApi as _;
    pub use super::any::CustomerMessagesApi as _;
    pub use super::any::CustomerServiceApi as _;
    pub use super::any::CustomerStatisticsApi as _;
    pub use super::any::CustomerStrategiesApi as _;
    pub use super::any::CustomerTagsApi as _;
    pub use super::any::CustomerTransfersApi as _;
    pub use super::any::CustomersApi as _;
    pub use super::any::DepartmentsApi as _;
    pub use super::any::DevicesApi as _;
    pub use super::any::DocumentsApi as _;
    pub use super::any::DomainsApi as _;
    pub use super::any::DraftsApi as _;
    pub use super::any::EmbeddedApi as _;
    pub use super::any::ExportsApi as _;
    pub use super::any::FollowerGroupsApi as _;
    pub use super::any::FormMessagesApi as _;
    pub use super::any::FormsApi as _;
    pub use super::any::GiftCardsApi as _;
    pub use super::any::GroupChatsApi as _;
    pub use super::any::GuidesApi as _;
    pub use super::any::HardwareDevicesApi as _;
    pub use super::any::HealthReportsApi as _;
    pub use super::any::IcpFilingApi as _;
    pub use super::any::IcpTypesApi as _;
    pub use super::any::IdConversionsApi as _;
    pub use super::any::ImagesApi as _;
    pub use super::any::InstantDeliveryApi as _;
    pub use super::any::InterceptRulesApi as _;
    pub use super::any::IntracityApi as _;
    pub use super::any::InvoicesApi as _;
    pub use super::any::JournalsApi as _;
    pub use super::any::JsSdkApi as _;
    pub use super::any::LinkedCorpsApi as _;
    pub use super::any::LinkedMiniProgramsApi as _;
    pub use super::any::LinksApi as _;
    pub use super::any::LiveApi as _;
    pub use super::any::LivingsApi as _;
    pub use super::any::LoginApi as _;
    pub use super::any::LogisticsApi as _;
    pub use super::any::MailApi as _;
    pub use super::any::MarketingApi as _;
    pub use super::any::MassMessagesApi as _;
    pub use super::any::MaterialsApi as _;
    pub use super::any::MediaApi as _;
    pub use super::any::MeetingRoomsApi as _;
    pub use super::any::MeetingsApi as _;
    pub use super::any::MemberCardsApi as _;
    pub use super::any::MenuApi as _;
    pub use super::any::MerchantApi as _;
    pub use super::any::MessageAuditApi as _;
    pub use super::any::MessagesApi as _;
    pub use super::any::MiniProgramApi as _;
    pub use super::any::MomentsApi as _;
    pub use super::any::NetworkApi as _;
    pub use super::any::OauthApi as _;
    pub use super::any::OcrApi as _;
    pub use super::any::OpenAccountApi as _;
    pub use super::any::OpenApprovalsApi as _;
    pub use super::any::PhoneCallsApi as _;
    pub use super::any::PluginsApi as _;
    pub use super::any::PrivacyApi as _;
    pub use super::any::ProductAlbumsApi as _;
    pub use super::any::PromotersApi as _;
    pub use super::any::PublicationsApi as _;
    pub use super::any::QrcodeJumpsApi as _;
    pub use super::any::QrcodesApi as _;
    pub use super::any::QuotaApi as _;
    pub use super::any::ScanProductsApi as _;
    pub use super::any::SchedulesApi as _;
    pub use super::any::SchoolApi as _;
    pub use super::any::SchoolAppsApi as _;
    pub use super::any::SchoolNoticesApi as _;
    pub use super::any::SemanticApi as _;
    pub use super::any::ServicePermissionsApi as _;
    pub use super::any::ShakeAroundApi as _;
    pub use super::any::ShippingApi as _;
    pub use super::any::ShoppingOrdersApi as _;
    pub use super::any::ShortKeysApi as _;
    pub use super::any::SmartSheetsApi as _;
    pub use super::any::StoreMiniProgramApi as _;
    pub use super::any::StoresApi as _;
    pub use super::any::SubscribeComponentApi as _;
    pub use super::any::SubscriptionMessagesApi as _;
    pub use super::any::SubscriptionNoticesApi as _;
    pub use super::any::SubscriptionsApi as _;
    pub use super::any::TagsApi as _;
    pub use super::any::TemplateMessagesApi as _;
    pub use super::any::TestersApi as _;
    pub use super::any::UpdatableMessagesApi as _;
    pub use super::any::UserInfoApi as _;
    pub use super::any::UserStorageApi as _;
    pub use super::any::UsersApi as _;
    pub use super::any::VacationsApi as _;
    pub use super::any::VerificationAndFilingApi as _;
    pub use super::any::VerificationApi as _;
    pub use super::any::ViolationsApi as _;
    pub use super::any::VirtualPaymentApi as _;
    pub use super::any::VodApi as _;
    pub use super::any::VoiceRecognitionApi as _;
    pub use super::any::WaybillsApi as _;
    pub use super::any::WebinarsApi as _;
    pub use super::any::WedriveApi as _;
    pub use super::any::WifiApi as _;
    pub use super::any::WorkbenchApi as _;
}
