//! `weixin doctor` without a URL: everything that can be checked from this machine.

use weixin::Config;

use super::{Doctor, DoctorOptions, Finding, local, platform, settings, storage};
use crate::terminal::CliError;

pub(super) async fn check(
    doctor: &Doctor,
    options: &DoctorOptions,
    config: &Config,
) -> Result<Vec<Finding>, CliError> {
    let selected = options.selected(config)?;
    let problems = settings::problems(config);
    let mut findings = settings::of_all(config, &problems, &selected);
    findings.push(local::listen(doctor, config).await);
    let store = storage::store(doctor, config).await;
    findings.extend(store.findings);
    findings.extend(storage::inbox(doctor, config).await);
    for (number, account) in selected {
        let name = super::name(account, number);
        let mut own = settings::of_account(config, &problems, (number, account));
        own.extend(platform::check(doctor, config, account, store.use_).await);
        findings.extend(own.into_iter().map(|finding| finding.of(&name)));
    }
    Ok(findings)
}
