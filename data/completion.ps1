Register-ArgumentCompleter -Native -CommandName chibo -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)
    $words = @($commandAst.CommandElements | Where-Object { $_.Extent.EndOffset -lt $cursorPosition } | ForEach-Object {
        if ($_ -is [System.Management.Automation.Language.StringConstantExpressionAst]) { $_.Value } else { $_.Extent.Text }
    })
    # Windows PowerShell drops an argument that is empty.
    $words += if ($wordToComplete) { $wordToComplete } else { '""' }
    $encoding = [Console]::OutputEncoding
    try {
        [Console]::OutputEncoding = [System.Text.Encoding]::UTF8
        $env:VARIABLE = 'powershell'
        $offered = & 'PROGRAM' -- @words 2>$null
    } catch {
        $offered = @()
    } finally {
        Remove-Item Env:\VARIABLE -ErrorAction SilentlyContinue
        [Console]::OutputEncoding = $encoding
    }
    $offered | Where-Object { $_ } | ForEach-Object {
        $word, $meaning = $_ -split "`t", 2
        if (-not $meaning) { $meaning = $word }
        [System.Management.Automation.CompletionResult]::new($word, $word, 'ParameterValue', $meaning)
    }
}
