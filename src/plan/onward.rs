//! Whether the ways on from calls lead somewhere.

use std::collections::BTreeSet;

use super::content::Content;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::id::Slug;
use crate::model::onward::Onward;
use crate::model::source::{Sources, Spanned};

/// The folders of the project, read or not.
struct Known<'s> {
    diagnostics: &'s mut Diagnostics,
    calls: BTreeSet<&'s str>,
    regions: BTreeSet<&'s str>,
}

/// Says which ways on lead to no call or region, or to where one is.
pub fn check_all(diagnostics: &mut Diagnostics, content: &Content, sources: &Sources) {
    let folders = |top: &'static str| {
        let files = sources.under(top).filter(|file| file.path.matches('/').count() > 1);
        files.filter_map(|file| file.path.split('/').nth(1))
    };
    let calls = folders("content").filter(|name| *name != "pages").collect();
    let mut known = Known { diagnostics, calls, regions: folders("regions").collect() };
    for call in &content.calls {
        known.check(call.sequel.onward.as_ref(), &call.slug, None);
    }
    for of in &content.regions {
        let here = Some(&of.region.slug);
        for call in &of.calls {
            known.check(call.onward.as_ref(), &call.call.slug, here);
        }
        for one in &of.abstentions {
            known.check(one.onward.as_ref(), &one.call.slug, here);
        }
    }
}

impl Known<'_> {
    /// The way on from a call, and from a region where it is its own.
    fn check(&mut self, onward: Option<&Onward>, call: &Slug, region: Option<&Slug>) {
        let (kind, name, known, here): (_, &Spanned<Slug>, _, _) = match onward {
            Some(Onward::Call(name)) => ("appel", name, &self.calls, Some(call)),
            Some(Onward::Region(name)) => ("region", name, &self.regions, region),
            Some(Onward::Outside { .. }) | None => return,
        };
        let broken = Diagnostic::new(Code::BrokenLink, name.span).with("cible", &name.value);
        if here == Some(&name.value) {
            self.diagnostics.push(broken.with("genre", "soi").with("suggestion", ""));
        } else if !known.contains(name.value.as_str()) {
            let here = here.map(Slug::as_str);
            let known = known.iter().copied().filter(|known| Some(*known) != here);
            self.diagnostics.push(broken.with("genre", kind).nearest(name.value.as_str(), known));
        }
    }
}
