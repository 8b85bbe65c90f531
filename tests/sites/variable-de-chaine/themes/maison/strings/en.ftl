skip_to_content = Go to { $page }
describe_until = { $call }: until { $day }.
