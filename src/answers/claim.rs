//! Which dossier a file says it is, and what of that its reader should know.

use super::code::RemarkCode;
use super::said::Remark;
use crate::model::id::Slug;
use crate::model::questionnaire::Questionnaire;

/// What a file says of itself; nothing of it is proven.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Claim {
    pub call: Option<String>,
    pub region: Option<String>,
    pub lang: Option<String>,
    pub version: Option<String>,
}

/// What the reader should know of the dossier that a file is; `region` is the one that reads.
pub fn identity(claim: &Claim, asked: &Questionnaire, region: Option<&Slug>) -> Vec<Remark> {
    let identity = &asked.identity;
    let mut remarks = Vec::new();
    if let Some(region) = region.filter(|region| **region != identity.region) {
        let remark = Remark::new(RemarkCode::OtherRegion).with("region", &identity.region);
        remarks.push(remark.with("attendue", region));
    }
    match &claim.version {
        None => remarks.push(Remark::new(RemarkCode::UnknownVersion)),
        Some(version) if *version != identity.version => {
            let remark = Remark::new(RemarkCode::OtherVersion).with("version", version);
            remarks.push(remark.with("actuelle", &identity.version));
        }
        Some(_) => {}
    }
    remarks
}
