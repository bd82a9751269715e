//! verify
use winsec_codegen::*;
use winsec_oracles::*;
fn main() {
    let root = std::path::Path::new("/work/wt/oracle");
    let sources = source::Sources::load([root.join("specs")]).unwrap();
    let model = match parse(
        &sources,
        &Options {
            docs: options::Docs::Optional,
            ..Options::SPECS
        },
    ) {
        Ok(m) => m,
        Err(d) => {
            for d in d {
                let p = sources.position(d.span);
                eprintln!(
                    "{}:{}:{} {}",
                    sources.get(d.span.file).unwrap().name(),
                    p.line,
                    p.column,
                    d.message
                )
            }
            return;
        }
    };
    let t = std::time::Instant::now();
    let ours = match ours::Ours::new(&model) {
        Ok(o) => o,
        Err(d) => {
            for d in d {
                let p = sources.position(d.span);
                eprintln!(
                    "{}:{}:{} {}",
                    sources.get(d.span.file).unwrap().name(),
                    p.line,
                    p.column,
                    d.message
                )
            }
            return;
        }
    };
    eprintln!("ours {:?}, {} items", t.elapsed(), model.items.len());
    let answers = gather::gather(&ours, root, &root.join("target/verify"));
    eprintln!("gathered {:?}", t.elapsed());
    for p in answers::PARTIES {
        eprintln!(
            "{:?} {:?} {:?}",
            p,
            answers.of(p).sources,
            answers.of(p).gaps
        );
    }
    let t = std::time::Instant::now();
    let j = judge::judge(&ours, &answers);
    eprintln!("judged {:?}", t.elapsed());
    let f = findings::findings(&ours, &answers, &j);
    let mut counts = std::collections::BTreeMap::new();
    for x in &j {
        for p in answers::PARTIES {
            *counts.entry((p, x.verdict(p))).or_insert(0) += 1;
        }
    }
    eprintln!("{counts:?}");
    for p in &f.problems {
        let d = p.diagnostic();
        let q = sources.position(d.span);
        println!(
            "{}:{} {} [{}]",
            sources
                .get(d.span.file)
                .unwrap()
                .name()
                .rsplit('/')
                .next()
                .unwrap(),
            q.line,
            d.message,
            d.label.unwrap()
        );
    }
    eprintln!(
        "{} problems; {} unsettled",
        f.problems.len(),
        f.unsettled.len()
    );
}
