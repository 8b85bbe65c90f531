//! From when a call is closed for good.

use jiff::Timestamp;

use super::RegionalCall;
use super::stage::Stage;

impl RegionalCall {
    /// Whether nobody can apply at `now`, nor later: between two waves a call is not closed for good.
    pub fn is_over(&self, now: Timestamp) -> bool {
        let shut = |stage: Stage| stage >= Stage::Closed;
        let reopens = self.life.iter().any(|turn| turn.from > now && !shut(turn.stage));
        !reopens && shut(self.stage(now))
    }
}
