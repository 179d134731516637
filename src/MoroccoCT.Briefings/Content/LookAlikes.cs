namespace MoroccoCT.Briefings.Content;

/// <summary>Characters that no shipped font has, each with what looks much the same and is printed; nothing, where it prints nothing by itself.</summary>
internal static class LookAlikes
{
    public const string All =
        """
        01C4=DŽ 01C5=Dž 01C6=dž 01C7=LJ 01C8=Lj 01C9=lj 01CA=NJ 01CB=Nj 01CC=nj 02CF=, 02EE=ʼʼ 034F= 10FB=: 1E9A=aʾ 1E9B=ṡ 200B=
        201F=“ 2024=. 2025=.. 2043=- 2053=~ 2060= 2103=°C 2109=°F 2114=lb 2139=i 21D0=← 21D2=→ 21E8=→ 2217=* 2223=| 2236=: 226A=«
        226B=» 22C5=· 2460=(1) 2461=(2) 2462=(3) 2463=(4) 2464=(5) 25AA=■ 25CF=• 25E6=• 25FC=■ 2605=* 2606=* 2705=✓ 2714=✓ 2715=×
        2716=× 2717=× 2718=× 274C=× 2794=→ 279C=→ 27A1=→ 27F5=← 27F6=→ 2B05=← 2B1B=■ 2C6D=A 3001=, 3002=. 3008=‹ 3009=› 300A=«
        300B=» 301D=“ 301E=” 338F=kg 339C=mm 339D=cm 339E=km 33A1=m² 33A2=km² A78C=ʼ FE0E= FE0F= FEFF=
        """;
}
