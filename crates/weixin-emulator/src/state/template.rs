//! Message templates (消息模板) of an account, and the library they are chosen from.

use std::collections::{BTreeMap, HashMap};

use weixin_api::Timestamp;

/// The message templates of an account.
#[derive(Debug, Default)]
pub(crate) struct Templates {
    forms: Vec<StoredTemplate>,
    /// The numbers of its two industries (所属行业), and when they were set.
    pub(crate) industries: Option<([usize; 2], Timestamp)>,
    /// By receiver and `client_msg_id`: the message id and the time of sending.
    pub(crate) sent: HashMap<(String, String), (i64, Timestamp)>,
}

/// A template with its id.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct StoredTemplate {
    pub(crate) id: String,
    pub(crate) model: TemplateText,
}

/// The text of a template.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct TemplateText {
    pub(crate) title: String,
    /// With placeholders like `{{result.DATA}}`.
    pub(crate) content: String,
    pub(crate) example: String,
    /// The number of its industry. 0: added by the account itself.
    pub(crate) industry: usize,
}

impl Templates {
    /// The number of templates.
    pub(crate) fn len(&self) -> usize {
        self.forms.len()
    }

    /// All templates.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &StoredTemplate> {
        self.forms.iter()
    }

    /// The text of the template with this id.
    pub(crate) fn get(&self, id: &str) -> Option<&TemplateText> {
        self.forms.iter().find(|form| form.id == id).map(|form| &form.model)
    }

    /// Adds a template, replacing one with the same id.
    pub(crate) fn put(&mut self, id: String, model: TemplateText) {
        self.remove(&id);
        self.forms.push(StoredTemplate { id, model });
    }

    /// Removes a template. Returns `false` if it does not exist.
    pub(crate) fn remove(&mut self, id: &str) -> bool {
        let before = self.forms.len();
        self.forms.retain(|form| form.id != id);
        self.forms.len() < before
    }
}

/// Fills the placeholders of a template. Those without a value become empty.
pub(crate) fn fill(content: &str, values: &BTreeMap<&str, &str>) -> String {
    let mut text = String::with_capacity(content.len());
    let mut rest = content;
    while let Some((before, after)) = rest.split_once("{{") {
        let Some((field, tail)) = after.split_once("}}") else { break };
        text.push_str(before);
        let name = field.trim().strip_suffix(".DATA").unwrap_or(field.trim());
        text.push_str(values.get(name).copied().unwrap_or_default());
        rest = tail;
    }
    text.push_str(rest);
    text.trim().to_owned()
}

/// A template of the library. The platform's library has thousands; other templates can be added to
/// an account directly, as in the console.
struct Library {
    /// Its number in the library.
    number: &'static str,
    title: &'static str,
    industry: usize,
    /// Label, placeholder name and example of each keyword. In newer templates keywords are
    /// selected by their labels.
    fields: &'static [(&'static str, &'static str, &'static str)],
    /// Whether keywords can be selected.
    chosen: bool,
}

const LIBRARY: &[Library] = &[
    Library {
        number: "TM00015",
        title: "订单支付成功",
        industry: 1,
        fields: &[
            ("", "first", "我们已收到您的货款，开始为您打包商品，请耐心等待"),
            ("支付金额：", "orderMoneySum", "30.00元"),
            ("商品信息：", "orderProductName", "我是商品名字"),
            ("", "Remark", "如有问题请致电或直接在微信留言"),
        ],
        chosen: false,
    },
    Library {
        number: "TM00017",
        title: "订单状态更新",
        industry: 1,
        fields: &[
            ("", "first", "您的订单状态有更新"),
            ("订单编号：", "OrderSn", "20130801001"),
            ("订单状态：", "OrderStatus", "已发货"),
            ("", "remark", "点击查看详情"),
        ],
        chosen: false,
    },
    Library {
        number: "43216",
        title: "预约成功通知",
        industry: 41,
        fields: &[
            ("预约项目：", "thing1", "剪发"),
            ("预约时间：", "time2", "2026年1月5日 15:00"),
            ("门店名称：", "thing3", "总店"),
            ("预约人：", "thing4", "小安"),
        ],
        chosen: true,
    },
];

/// Why no template can be created from the library.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum LibraryError {
    /// The library has no template with this number.
    Unknown,
    /// A selected keyword does not exist, or none was selected.
    BadFields,
}

impl TemplateText {
    /// Creates a template from the library, with the keywords of these labels, or all keywords if
    /// they cannot be selected.
    pub(crate) fn from_library(number: &str, names: &[String]) -> Result<Self, LibraryError> {
        let entry =
            LIBRARY.iter().find(|entry| entry.number == number).ok_or(LibraryError::Unknown)?;
        let before = |name: &String| {
            entry.fields.iter().find(|field| field.0.trim_end_matches('：') == name)
        };
        let fields = if entry.chosen {
            let fields: Option<Vec<_>> = names.iter().map(before).collect();
            fields.filter(|fields| !fields.is_empty()).ok_or(LibraryError::BadFields)?
        } else {
            entry.fields.iter().collect()
        };
        let lines = |text: &dyn Fn(&(&str, &str, &str)) -> String| {
            fields.iter().map(|field| text(field)).collect::<Vec<_>>().join("\n")
        };
        Ok(Self {
            title: entry.title.to_owned(),
            content: lines(&|(before, name, _)| format!("{before}{{{{{name}.DATA}}}}")),
            example: lines(&|(before, _, example)| format!("{before}{example}")),
            industry: entry.industry,
        })
    }
}

/// The industries, numbered from 1: primary and secondary name.
pub(crate) const INDUSTRIES: &[(&str, &str)] = &[
    ("IT科技", "互联网|电子商务"),
    ("IT科技", "IT软件与服务"),
    ("IT科技", "IT硬件与设备"),
    ("IT科技", "电子技术"),
    ("IT科技", "通信与运营商"),
    ("IT科技", "网络游戏"),
    ("金融业", "银行"),
    ("金融业", "证券|基金|理财|信托"),
    ("金融业", "保险"),
    ("餐饮", "餐饮"),
    ("酒店旅游", "酒店"),
    ("酒店旅游", "旅游"),
    ("运输与仓储", "快递"),
    ("运输与仓储", "物流"),
    ("运输与仓储", "仓储"),
    ("教育", "培训"),
    ("教育", "院校"),
    ("政府与公共事业", "学术科研"),
    ("政府与公共事业", "交警"),
    ("政府与公共事业", "博物馆"),
    ("政府与公共事业", "政府|公共事业|非盈利机构"),
    ("医药护理", "医药医疗"),
    ("医药护理", "护理美容"),
    ("医药护理", "保健与卫生"),
    ("交通工具", "汽车相关"),
    ("交通工具", "摩托车相关"),
    ("交通工具", "火车相关"),
    ("交通工具", "飞机相关"),
    ("房地产", "房地产|建筑"),
    ("房地产", "物业"),
    ("消费品", "消费品"),
    ("商业服务", "法律"),
    ("商业服务", "广告|会展"),
    ("商业服务", "中介服务"),
    ("商业服务", "检测|认证"),
    ("商业服务", "会计|审计"),
    ("文体娱乐", "文化|传媒"),
    ("文体娱乐", "体育"),
    ("文体娱乐", "娱乐休闲"),
    ("印刷", "打印|印刷"),
    ("其它", "其它"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_placeholders_are_replaced() {
        let values = BTreeMap::from([("a", "{{b.DATA}}"), ("b", "x")]);
        for (content, text) in [
            ("{{a.DATA}}-{{b.DATA}}", "{{b.DATA}}-x"),
            ("A: {{ b.DATA }}\n{{c.DATA}}", "A: x"),
            ("{{b.DATA", "{{b.DATA"),
            ("no field", "no field"),
        ] {
            assert_eq!(fill(content, &values), text);
        }
    }
}
