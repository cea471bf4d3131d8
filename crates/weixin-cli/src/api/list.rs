//! `weixin api list`

use std::{fmt::Write, process::ExitCode};

use clap::Args;
use weixin_catalog::entries;

/// Filters of the list.
#[derive(Debug, Args)]
pub(crate) struct ListOptions {
    /// List only endpoints documented for this product: official, mini, work, open, pay, channels,
    /// … 只列出该产品的接口
    #[arg(long)]
    product: Option<String>,
    /// List only endpoints with this text in path, name or title, ignoring case
    /// 只列出路径、名称或标题中含有该文字的接口
    #[arg(long, value_name = "TEXT")]
    grep: Option<String>,
    /// List only typed endpoints 只列出已有类型的接口
    #[arg(long)]
    typed: bool,
}

pub(crate) fn run(options: &ListOptions) -> Result<ExitCode, String> {
    if let Some(product) = &options.product {
        known_product(product)?;
    }
    let wanted = options.grep.as_deref().unwrap_or_default().to_lowercase();
    let (mut text, mut count) = (String::new(), 0_usize);
    for entry in entries() {
        let typed = super::typed(entry);
        let (name, title) = typed.map_or(("", ""), |info| (info.name, info.title));
        let found =
            [entry.path, name, title].iter().any(|text| text.to_lowercase().contains(&wanted));
        let product = options.product.as_deref().is_none_or(|product| product == entry.product);
        if found && product && (typed.is_some() || !options.typed) {
            count += 1;
            let line =
                format!("{:<13}{:<7}{} {name} {title}", entry.product, entry.method, entry.path);
            let _ = writeln!(text, "{}", line.trim_end());
        }
    }
    crate::terminal::print(&text);
    Ok(if count > 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Rejects an unknown product.
pub(crate) fn known_product(name: &str) -> Result<(), String> {
    let names: Vec<_> = weixin_catalog::PRODUCTS.iter().map(|product| product.name).collect();
    if names.contains(&name) {
        return Ok(());
    }
    Err(format!("unknown product {name:?} 未知的产品: {}", names.join(", ")))
}
