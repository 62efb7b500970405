# bash completion for tool
_tool() {
  local cur=${COMP_WORDS[COMP_CWORD]}
  COMPREPLY=( $(compgen -W "train eval serve --bf16 --fp16" -- "$cur") )
}
complete -F _tool tool
