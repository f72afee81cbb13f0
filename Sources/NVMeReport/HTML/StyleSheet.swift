extension PerformanceReport {
    /// The page's looks. Colours are told apart by people who see red and green alike; both schemes keep text at a contrast
    /// of 4.5:1 or more.
    static var styleSheet: String {
        """
        :root { color-scheme: light dark; --paper: #fff; --ink: #1b1f24; --soft: #57606a; --line: #d8dee4;
          --tile: #f3f5f7; --bad: #b42318; --1: #0b62c4; --2: #0f766e; --3: #b45309; --4: #b4235a; --5: #6d3fc0; }
        @media (prefers-color-scheme: dark) {
          :root { --paper: #0f1419; --ink: #e6e9ec; --soft: #9aa4ae; --line: #2c343d; --tile: #1a2129; --bad: #ff8a80;
            --1: #6cb0ff; --2: #4fd1c0; --3: #f5a94c; --4: #ff85ab; --5: #b79bff; } }
        * { box-sizing: border-box; }
        body { margin: 0 auto; padding: 24px; max-width: 1060px; background: var(--paper); color: var(--ink);
          font: 15px/1.5 system-ui, sans-serif; }
        h1 { font-size: 22px; margin: 0; overflow-wrap: anywhere; } h2 { font-size: 16px; margin: 0 0 4px; }
        pre { background: var(--tile); border-radius: 8px; padding: 8px 12px; margin: 8px 0; overflow-x: auto; font-size: 12px; }
        header p, figcaption, .note { color: var(--soft); font-size: 13px; margin: 4px 0; overflow-wrap: anywhere; }
        .tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(128px, 1fr)); gap: 10px; margin: 18px 0; }
        .tile { background: var(--tile); border-radius: 8px; padding: 10px 12px; }
        .tile b { display: block; font-size: 19px; font-variant-numeric: tabular-nums; white-space: nowrap; }
        .tile span { color: var(--soft); font-size: 13px; } .bad b { color: var(--bad); }
        figure { margin: 26px 0; } svg { display: block; width: 100%; height: auto; }
        .legend { margin: 0; font-size: 13px; } .key { margin-right: 18px; }
        .key i { display: inline-block; width: 18px; height: 3px; margin-right: 6px; vertical-align: middle;
          background: var(--c); }
        .c1 { --c: var(--1); } .c2 { --c: var(--2); } .c3 { --c: var(--3); } .c4 { --c: var(--4); } .c5 { --c: var(--5); }
        .g { stroke: var(--line); stroke-width: 1; } .l { fill: none; stroke: var(--c); stroke-width: 1.6;
          stroke-linejoin: round; } .b { fill: var(--c); opacity: 0.22; } .f { fill: var(--c); opacity: 0.75; }
        .d { fill: var(--c); }
        .m { stroke: var(--3); stroke-width: 1.2; stroke-dasharray: 4 3; }
        svg text { fill: var(--soft); font-size: 12px; } .ty { text-anchor: end; dominant-baseline: middle; }
        .tx { text-anchor: middle; } .tm { text-anchor: middle; }
        .scroll { overflow-x: auto; margin: 8px 0 22px; } table { border-collapse: collapse; width: 100%; font-size: 14px; }
        th, td { text-align: left; padding: 5px 14px 5px 0; border-bottom: 1px solid var(--line); vertical-align: top; white-space: nowrap;
          font-variant-numeric: tabular-nums; } th { color: var(--soft); font-weight: 600; white-space: nowrap; }
        td:last-child { white-space: normal; min-width: 12em; }
        summary { cursor: pointer; font-weight: 600; }
        """
    }
}
